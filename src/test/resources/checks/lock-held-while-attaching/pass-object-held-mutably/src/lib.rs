use pyo3::prelude::*;
use std::sync::{Mutex, RwLock};
use std::thread;
use std::time::Duration;

#[pyclass]
struct Quay {
    ships: Mutex<u64>,
}

#[pymethods]
impl Quay {
    #[new]
    fn new() -> Self {
        Quay { ships: Mutex::new(0) }
    }

    fn land(&mut self, py: Python<'_>) {
        let mut ships = self.ships.lock().unwrap();
        py.detach(|| thread::sleep(Duration::from_millis(200)));
        *ships += 1;
    }

    fn record(&mut self, py: Python<'_>, call: Py<PyAny>) -> PyResult<()> {
        let mut ships = self.ships.lock().unwrap();
        call.call0(py)?;
        *ships += 1;
        Ok(())
    }

    fn count(&self) -> u64 {
        *self.ships.lock().unwrap()
    }
}

#[pyclass]
struct Ferry {
    cargo: RwLock<Vec<u64>>,
}

#[pymethods]
impl Ferry {
    #[new]
    fn new() -> Self {
        Ferry { cargo: RwLock::new(vec![1]) }
    }

    fn weigh(&self, py: Python<'_>, call: Py<PyAny>) -> PyResult<usize> {
        let cargo = self.cargo.read().unwrap();
        call.call0(py)?;
        Ok(cargo.len())
    }

    fn unload(&mut self) {
        self.cargo.write().unwrap().clear();
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{Ferry, Quay};
}
