use pyo3::prelude::*;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

#[pyclass]
struct Quay {
    ships: Arc<Mutex<u64>>,
}

#[pymethods]
impl Quay {
    #[new]
    fn new() -> Self {
        Quay { ships: Arc::new(Mutex::new(0)) }
    }

    fn watch(&self, bell: Py<PyAny>) {
        let ships = Arc::clone(&self.ships);
        thread::spawn(move || {
            let mut ships = ships.lock().unwrap();
            *ships += 1;
            thread::sleep(Duration::from_millis(200));
            Python::attach(|py| bell.call0(py).map(drop)).unwrap();
        });
    }

    fn count(&self) -> u64 {
        *self.ships.lock().unwrap()
    }
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Quay>()
}
