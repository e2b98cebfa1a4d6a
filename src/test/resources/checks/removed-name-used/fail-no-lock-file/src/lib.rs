use pyo3::prelude::*;

#[pyfunction]
fn tide(py: Python<'_>, hours: u64) -> u64 {
    py.allow_threads(|| hours * 6)
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
