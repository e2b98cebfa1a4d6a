use pyo3::prelude::*;

/// Counts the characters of `text` as Python does.
#[pyfunction]
pub fn count(text: &Bound<'_, PyAny>) -> PyResult<usize> {
    text.len()
}
