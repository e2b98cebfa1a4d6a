use glue::pyo3::{Bound, PyAny, PyResult};

pub fn length(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    use glue::pyo3::types::PyAnyMethods;
    object.len()
}
