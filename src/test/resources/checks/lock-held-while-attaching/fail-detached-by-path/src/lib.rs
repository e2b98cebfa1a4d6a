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

    fn land(&self, py: Python<'_>) {
        match self.ships.lock().as_deref_mut() {
            Ok(ships) => Python::detach(py, || {
                thread::sleep(Duration::from_millis(200));
                *ships += 1;
            }),
            Err(_) => (),
        }
    }

    fn count(&self) -> u64 {
        *self.ships.lock().unwrap()
    }
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Quay>()
}
