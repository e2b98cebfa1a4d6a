use pyo3::prelude::*;

#[pymodule]
mod soundings_old {}
