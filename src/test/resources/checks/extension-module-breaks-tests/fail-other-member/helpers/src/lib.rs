use pyo3::prelude::*;

pub fn version() -> String {
    Python::with_gil(|py| py.version().to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn python_has_a_version() {
        assert!(super::version().starts_with('3'));
    }
}
