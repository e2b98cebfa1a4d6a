use pyo3::prelude::*;
use std::sync::Mutex;
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

    fn count(&self) -> u64 {
        *self.ships.lock().unwrap()
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::Quay;
}
