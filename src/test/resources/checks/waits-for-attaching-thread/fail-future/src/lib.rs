use pyo3::prelude::*;

#[pyfunction]
fn answer() -> u64 {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let task = tokio::spawn(async { Python::attach(|_py| 42) });
        task.await.unwrap()
    })
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(answer, module)?)
}
