use pyo3::prelude::*;
use std::cell::{Cell, RefCell};

#[pyclass]
struct Chart {
    reads: Cell<u32>,
    notes: RefCell<Vec<String>>,
}

#[pymethods]
impl Chart {
    fn note(&self, text: String) -> u32 {
        self.notes.borrow_mut().push(text);
        self.reads.set(self.reads.get() + 1);
        self.reads.get()
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
