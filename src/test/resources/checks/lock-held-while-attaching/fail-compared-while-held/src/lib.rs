use pyo3::prelude::*;
use std::sync::RwLock;

static LISTENERS: RwLock<Vec<Py<PyAny>>> = RwLock::new(Vec::new());

#[pyfunction]
fn listen(listener: Py<PyAny>) {
    LISTENERS.write().unwrap().push(listener);
}

#[pyfunction]
fn forget(py: Python<'_>, listener: Py<PyAny>) {
    let mut listeners = LISTENERS.write().unwrap();
    listeners.retain(|each| each.bind(py).ne(listener.bind(py)).unwrap_or(true));
}

#[pyfunction]
fn count() -> usize {
    LISTENERS.read().unwrap().len()
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{count, forget, listen};
}
