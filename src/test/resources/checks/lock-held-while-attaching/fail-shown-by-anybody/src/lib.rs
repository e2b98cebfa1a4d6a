use pyo3::prelude::*;
use std::fmt;
use std::sync::Mutex;

#[pyclass(frozen)]
struct Berth {
    ship: Mutex<Option<Py<PyAny>>>,
}

impl fmt::Debug for Berth {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ship = self.ship.lock().unwrap();
        Python::attach(|py| write!(out, "{:?}", ship.as_ref().map(|ship| ship.bind(py).to_string())))
    }
}

#[pymethods]
impl Berth {
    #[new]
    fn new() -> Self {
        Berth { ship: Mutex::new(None) }
    }

    fn moor(&self, ship: Py<PyAny>) {
        *self.ship.lock().unwrap() = Some(ship);
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::Berth;
}
