use pyo3::prelude::*;
use std::sync::Mutex;
use std::time::Duration;

static SHIPS: Mutex<u64> = Mutex::new(0);
static NAMES: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn rest(py: Python<'_>) {
    py.detach(|| std::thread::sleep(Duration::from_millis(200)));
}

fn moor(py: Python<'_>, ships: &mut u64) {
    rest(py);
    *ships += 1;
}

#[pyfunction]
fn land(py: Python<'_>) {
    let mut ships = SHIPS.lock().unwrap();
    moor(py, &mut ships);
}

#[pyfunction]
fn count(_py: Python<'_>) -> u64 {
    *SHIPS.lock().unwrap()
}

fn ask(callback: &Bound<'_, PyAny>) -> PyResult<String> {
    callback.call0()?.extract()
}

mod register {
    use pyo3::prelude::*;

    pub fn add(names: &mut Vec<String>, callback: &Bound<'_, PyAny>) -> PyResult<()> {
        names.push(super::ask(callback)?);
        Ok(())
    }
}

#[pyfunction]
fn record(callback: &Bound<'_, PyAny>) -> PyResult<()> {
    let mut names = NAMES.lock().unwrap();
    register::add(&mut names, callback)
}

#[pyfunction]
fn names(_py: Python<'_>) -> Vec<String> {
    NAMES.lock().unwrap().clone()
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{count, land, names, record};
}
