use pyo3::prelude::*;

#[pymodule]
fn demo(_module: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
