use pyo3::prelude::*;
use pyo3::sync::MutexExt;
use std::sync::Mutex;

static TABLE: Mutex<Vec<u64>> = Mutex::new(Vec::new());
static CALLS: Mutex<Vec<Py<PyAny>>> = Mutex::new(Vec::new());

#[pyfunction]
fn record(callback: &Bound<'_, PyAny>) -> PyResult<()> {
    let value = callback.call0()?.extract()?;
    TABLE.lock_py_attached(callback.py()).unwrap().push(value);
    Ok(())
}

#[pyfunction]
fn total(py: Python<'_>) -> u64 {
    py.detach(|| TABLE.lock().unwrap().iter().sum())
}

#[pyfunction]
fn register(callback: Py<PyAny>) {
    CALLS.lock().unwrap().push(callback);
}

#[pyfunction]
fn start() {
    std::thread::spawn(flush);
}

fn flush() {
    let mut guard = CALLS.lock().unwrap();
    let calls = std::mem::take(&mut *guard);
    drop(guard);
    Python::attach(|py| {
        for call in calls {
            let _ = call.call0(py);
        }
    });
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(record, module)?)?;
    module.add_function(wrap_pyfunction!(total, module)?)?;
    module.add_function(wrap_pyfunction!(register, module)?)?;
    module.add_function(wrap_pyfunction!(start, module)?)
}
