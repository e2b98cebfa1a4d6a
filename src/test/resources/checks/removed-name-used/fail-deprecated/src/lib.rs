use pyo3::prelude::*;

#[pyfunction]
fn tide(py: Python<'_>, hours: u64) -> u64 {
    py.allow_threads(|| hours * 6)
}

#[pyfunction]
fn keep(_ships: (u8, PyObject)) {
    Python::with_gil(|_| ());
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)?;
    m.add_function(wrap_pyfunction!(keep, m)?)
}
