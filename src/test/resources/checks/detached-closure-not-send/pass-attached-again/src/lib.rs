use pyo3::prelude::*;

#[pyfunction]
fn tide(py: Python<'_>, done: Py<PyAny>, hours: u64) -> PyResult<u64> {
    py.detach(move || {
        let tide = hours * 6;
        Python::attach(|py| done.call1(py, (tide,)))?;
        Ok(tide)
    })
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
