use pyo3::prelude::*;

#[pymodule]
fn scores(_module: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
