use pyo3::prelude::*;

#[pyfunction]
fn tide(hours: u64) -> u64 {
    hours * 6
}

#[pymodule]
fn _harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
