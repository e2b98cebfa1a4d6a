use pyo3::prelude::*;
use std::sync::Mutex;

static LAST: Mutex<u64> = Mutex::new(0);

#[pyfunction]
fn record(callback: &Bound<'_, PyAny>) -> PyResult<()> {
    let mut last = LAST.lock().unwrap();
    *last = callback.call1((*last,))?.extract()?;
    Ok(())
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(record, module)?)
}
