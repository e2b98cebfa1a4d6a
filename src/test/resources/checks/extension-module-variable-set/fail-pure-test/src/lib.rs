use pyo3::prelude::*;

pub fn double(x: i64) -> i64 {
    2 * x
}

#[pymodule]
fn extension(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
