use pyo3::prelude::*;

#[pyfunction]
fn checked(py: Python<'_>) -> PyResult<()> {
    py.detach(|| py.check_signals())
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(checked, m)?)?;
    Ok(())
}
