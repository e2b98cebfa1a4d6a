use pyo3::prelude::*;

#[pyfunction]
fn total(py: Python<'_>, values: Bound<'_, PyAny>) -> PyResult<u32> {
    py.detach(|| values.extract())
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(total, m)?)?;
    Ok(())
}
