use pyo3::prelude::*;

#[pymodule]
fn nothing_to_break(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
