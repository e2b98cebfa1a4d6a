use pyo3::prelude::*;
use std::thread;

#[pyfunction]
fn answer(py: Python<'_>) -> u64 {
    py.detach(|| {
        let worker = thread::spawn(|| Python::attach(|_py| 42));
        worker.join().unwrap()
    })
}

#[pyfunction]
fn sum(numbers: Vec<u64>) -> u64 {
    let worker = thread::spawn(move || numbers.iter().sum());
    worker.join().unwrap()
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(answer, module)?)?;
    module.add_function(wrap_pyfunction!(sum, module)?)
}
