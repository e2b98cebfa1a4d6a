use pyo3::prelude::*;

#[pyfunction]
fn tide(hour: u32) -> u32 {
    hour % 12
}

/// The tides.
#[pymodule]
#[pyo3(name = "_core")]
fn harbour_module(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
