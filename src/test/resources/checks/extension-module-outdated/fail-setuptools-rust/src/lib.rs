use pyo3::prelude::*;

#[pymodule]
fn extension(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
