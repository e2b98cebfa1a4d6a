use pyo3::prelude::*;

#[pyclass]
struct Sheet {
    cells: Vec<u32>,
}

#[pyclass]
struct Book {
    #[pyo3(get)]
    sheet: Sheet,
}

#[pymethods]
impl Sheet {
    fn size(&self) -> usize {
        self.cells.len()
    }
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Book>()?;
    Ok(())
}
