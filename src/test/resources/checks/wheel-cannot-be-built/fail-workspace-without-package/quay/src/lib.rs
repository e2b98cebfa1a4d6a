use pyo3::prelude::*;

#[pymodule]
mod harbour {}
