use pyo3::prelude::*;
use std::cell::Cell;

#[pyclass]
struct Grid {
    reads: Cell<u32>,
}

#[pymethods]
impl Grid {
    fn read(&self) {
        self.reads.set(self.reads.get() + 1);
    }
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Grid>()?;
    Ok(())
}
