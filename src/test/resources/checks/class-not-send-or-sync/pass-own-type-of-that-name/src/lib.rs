mod cells;

use pyo3::prelude::*;
use cells::{Cell, Rc};

#[pyclass]
struct Chart {
    cell: Cell,
    counted: Rc<u32>,
}

#[pymethods]
impl Chart {
    fn depth(&self) -> u32 {
        self.cell.0 + self.counted.0
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
