use pyo3::prelude::*;

struct Grid {
    _cells: Vec<u32>,
}

#[pyfunction]
fn grid(size: usize) -> PyResult<Vec<Grid>> {
    Ok(vec![Grid { _cells: vec![0; size] }])
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(grid, m)?)?;
    Ok(())
}
