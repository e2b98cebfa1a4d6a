use pyo3::prelude::*;

pub fn version() -> String {
    Python::with_gil(|py| py.version().to_string())
}

#[pymodule]
fn extension(_module: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}
