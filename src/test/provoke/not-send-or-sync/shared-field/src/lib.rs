use pyo3::prelude::*;
use std::rc::Rc;

#[pyclass]
struct Grid {
    cells: Rc<Vec<u32>>,
}

#[pymethods]
impl Grid {
    fn size(&self) -> usize {
        self.cells.len()
    }
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Grid>()?;
    Ok(())
}
