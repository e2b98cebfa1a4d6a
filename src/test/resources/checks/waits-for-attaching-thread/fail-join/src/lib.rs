use pyo3::prelude::*;
use std::thread;

#[pyfunction]
fn answer() -> u64 {
    let worker = thread::spawn(ask);
    worker.join().unwrap()
}

fn ask() -> u64 {
    Python::attach(|_py| 42)
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(answer, module)?)
}
