#[cfg(test)]
mod tests {
    use pyo3::prelude::*;

    #[test]
    fn python_has_a_version() {
        pyo3::prepare_freethreaded_python();
        Python::with_gil(|py| assert!(py.version().starts_with('3')));
    }
}
