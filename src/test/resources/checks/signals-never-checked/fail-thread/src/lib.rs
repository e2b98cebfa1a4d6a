use pyo3::prelude::*;
use std::thread;
use std::time::Duration;

#[pyfunction]
fn fire(py: Python<'_>, seconds: u64) -> PyResult<u64> {
    let worker = thread::spawn(move || {
        thread::sleep(Duration::from_secs(seconds));
        seconds
    });
    Ok(py.detach(move || worker.join()).unwrap())
}

#[pymodule]
mod kiln {
    #[pymodule_export]
    use super::fire;
}
