use pyo3::prelude::*;

#[pyclass]
#[derive(Clone)]
struct Sheet {
    cells: Vec<u32>,
}

#[pyfunction]
fn size(sheet: Sheet) -> usize {
    sheet.cells.len()
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(size, m)?)?;
    Ok(())
}
