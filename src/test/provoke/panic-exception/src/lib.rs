use pyo3::prelude::*;

#[pyfunction]
fn corner(cells: Vec<u32>, index: usize) -> u32 {
    cells[index]
}

#[pyfunction]
fn width(text: &str) -> u32 {
    text.parse().unwrap()
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(corner, m)?)?;
    m.add_function(wrap_pyfunction!(width, m)?)?;
    Ok(())
}
