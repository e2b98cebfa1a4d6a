use pyo3::prelude::*;
use std::thread;
use std::time::Duration;

struct Shelf(Vec<String>);

impl Shelf {
    fn join(&self, separator: &str) -> String {
        self.0.join(separator)
    }
}

#[pyfunction]
fn fire(py: Python<'_>, seconds: u64) -> PyResult<u64> {
    let worker = thread::spawn(move || {
        thread::sleep(Duration::from_secs(seconds));
        seconds
    });
    Ok(py.detach(move || worker.join()).unwrap())
}

#[pyfunction]
fn label(parts: Vec<String>) -> String {
    Shelf(parts).join("-")
}

#[pymodule]
mod kiln {
    #[pymodule_export]
    use super::{fire, label};
}
