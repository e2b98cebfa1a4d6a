use pyo3::prelude::*;

#[pymodule]
fn wharf(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
