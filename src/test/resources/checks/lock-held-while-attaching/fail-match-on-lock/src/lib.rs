use pyo3::prelude::*;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

#[pyclass]
struct Quay(Mutex<Option<u64>>);

#[pymethods]
impl Quay {
    #[new]
    fn new() -> Self {
        Quay(Mutex::new(Some(1)))
    }

    fn weigh(&self, py: Python<'_>) -> u64 {
        match &*self.0.lock().unwrap() {
            None => 0,
            Some(load) => {
                py.detach(|| thread::sleep(Duration::from_millis(200)));
                *load
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.0.lock().unwrap().is_none()
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::Quay;
}
