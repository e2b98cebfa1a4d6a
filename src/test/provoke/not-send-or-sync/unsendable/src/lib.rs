use pyo3::prelude::*;

#[pyclass(unsendable)]
struct Grid {
    cells: Vec<u32>,
}

#[pymethods]
impl Grid {
    #[new]
    fn new() -> Self {
        Grid { cells: vec![1] }
    }

    fn total(&self) -> u32 {
        self.cells.iter().sum()
    }
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Grid>()?;
    Ok(())
}
