use pyo3::prelude::*;

struct Grid {
    cells: Vec<u32>,
}

#[pyfunction]
fn total(any: &Bound<'_, PyAny>) -> PyResult<u32> {
    let grid: Grid = any.extract()?;
    Ok(grid.cells.iter().sum())
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(total, m)?)?;
    Ok(())
}
