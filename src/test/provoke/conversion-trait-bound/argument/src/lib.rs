use pyo3::prelude::*;

struct Grid {
    cells: Vec<u32>,
}

#[pyfunction]
fn total(grid: Grid) -> u32 {
    grid.cells.iter().sum()
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(total, m)?)?;
    Ok(())
}
