use pyo3::prelude::*;

#[pyclass]
#[derive(Clone)]
struct Book {
    sheet: Py<PyAny>,
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Book>()?;
    Ok(())
}
