use pyo3::prelude::*;

#[pyclass]
struct Grid {
    cells: Vec<u32>,
}

#[pymethods]
impl Grid {
    #[new]
    fn new() -> Self {
        Grid { cells: vec![1, 2, 3] }
    }

    fn total(&self) -> u32 {
        self.cells.iter().sum()
    }

    fn push(&mut self, cell: u32) {
        self.cells.push(cell);
    }

    fn fill(&mut self, next: Bound<'_, PyAny>) -> PyResult<()> {
        let cell = next.call0()?.extract()?;
        self.cells.push(cell);
        Ok(())
    }

    fn report(&self, to: Bound<'_, PyAny>) -> PyResult<()> {
        to.call1((self.cells.len(),))?;
        Ok(())
    }

    fn swap(slf: Py<Self>, py: Python<'_>) {
        let one = slf.borrow(py);
        slf.borrow_mut(py).cells.truncate(one.cells.len());
    }

    fn copy(slf: Py<Self>, py: Python<'_>) {
        let mut one = slf.borrow_mut(py);
        one.cells.extend(slf.borrow(py).cells.iter());
    }
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Grid>()?;
    Ok(())
}
