use pyo3::prelude::*;

#[pyclass]
struct Book {
    sheet: Py<PyAny>,
}

#[pymethods]
impl Book {
    #[getter]
    fn sheet(&self) -> Py<PyAny> {
        self.sheet.clone()
    }
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Book>()?;
    Ok(())
}
