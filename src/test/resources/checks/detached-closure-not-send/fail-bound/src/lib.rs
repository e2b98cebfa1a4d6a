use pyo3::prelude::*;
use pyo3::types::PyList;

#[pyfunction]
fn tide(py: Python<'_>, hours: &Bound<'_, PyList>) -> usize {
    py.allow_threads(move || hours.len() * 6)
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
