use pyo3::prelude::*;
use std::thread;

#[pyfunction]
fn answer() -> u64 {
    let mut found = 0;
    thread::scope(|threads| {
        threads.spawn(|| found = ask());
    });
    found
}

fn ask() -> u64 {
    Python::attach(|_py| 42)
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(answer, module)?)
}
