use pyo3::prelude::*;
use std::sync::Mutex;

static TABLE: Mutex<Vec<u64>> = Mutex::new(Vec::new());

#[pyfunction]
fn record(callback: &Bound<'_, PyAny>) -> PyResult<()> {
    let mut table = TABLE.lock().unwrap();
    table.push(callback.call0()?.extract()?);
    Ok(())
}

#[pyfunction]
fn total() -> u64 {
    TABLE.lock().unwrap().iter().sum()
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(record, module)?)?;
    module.add_function(wrap_pyfunction!(total, module)?)
}
