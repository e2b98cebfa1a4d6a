use pyo3::prelude::*;

pub fn is_known(name: &str) -> PyResult<bool> {
    Python::attach(|py| Ok(py.import(name).is_ok()))
}
