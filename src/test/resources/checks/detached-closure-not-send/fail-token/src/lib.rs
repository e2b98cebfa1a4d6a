use pyo3::prelude::*;

#[pyfunction]
fn tide(py: Python<'_>, hours: u64) -> PyResult<u64> {
    py.detach(|| {
        py.check_signals()?;
        Ok(hours * 6)
    })
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
