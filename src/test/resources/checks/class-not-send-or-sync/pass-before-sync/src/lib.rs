use pyo3::prelude::*;
use std::cell::RefCell;

#[pyclass]
struct Chart {
    notes: RefCell<Vec<String>>,
}

#[pymethods]
impl Chart {
    fn note(&self, text: String) {
        self.notes.borrow_mut().push(text);
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
