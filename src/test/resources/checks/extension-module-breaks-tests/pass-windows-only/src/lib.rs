#[cfg(test)]
mod tests {
    use pyo3::prelude::*;

    #[test]
    fn python_has_a_version() {
        Python::initialize();
        Python::attach(|py| assert!(py.version().starts_with('3')));
    }
}
