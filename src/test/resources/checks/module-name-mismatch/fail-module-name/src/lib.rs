use pyo3::prelude::*;

#[pyfunction]
fn tide(hour: u32) -> u32 {
    hour % 12
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
