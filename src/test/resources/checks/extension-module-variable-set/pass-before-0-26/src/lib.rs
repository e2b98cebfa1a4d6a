use pyo3::prelude::*;

pub fn version() -> String {
    Python::with_gil(|py| py.version().to_owned())
}
