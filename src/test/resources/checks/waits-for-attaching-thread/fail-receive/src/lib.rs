use pyo3::prelude::*;
use std::sync::mpsc;

#[pyfunction]
fn answer(callback: Py<PyAny>) -> u64 {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let answer = Python::with_gil(|py| callback.call0(py)?.extract::<u64>(py));
        sender.send(answer.unwrap_or(0)).unwrap();
    });
    receiver.recv().unwrap()
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(answer, module)?)
}
