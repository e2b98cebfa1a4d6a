use pyo3::prelude::*;

#[pymodule]
fn harbour(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
