use pyo3::prelude::*;
use std::sync::Mutex;
use std::time::Duration;

static SHIPS: Mutex<u64> = Mutex::new(0);

fn rest(py: Python<'_>) {
    py.detach(|| std::thread::sleep(Duration::from_millis(200)));
}

#[pyfunction]
fn land(py: Python<'_>) {
    let mut ships = SHIPS.lock().unwrap();
    rest(py);
    *ships += 1;
}

#[pyfunction]
fn count(_py: Python<'_>) -> u64 {
    *SHIPS.lock().unwrap()
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{count, land};
}
