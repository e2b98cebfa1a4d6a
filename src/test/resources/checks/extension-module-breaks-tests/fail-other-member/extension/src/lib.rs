use pyo3::prelude::*;

#[pymodule]
fn extension(_py: Python<'_>, _m: &PyModule) -> PyResult<()> {
    Ok(())
}
