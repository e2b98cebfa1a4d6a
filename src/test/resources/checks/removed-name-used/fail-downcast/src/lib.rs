use pyo3::prelude::*;

use pyo3::types::PyString;

#[pyfunction]
fn name(ship: &Bound<'_, PyAny>) -> PyResult<usize> {
    Ok(ship.downcast::<PyString>()?.to_str()?.len())
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(name, m)?)
}
