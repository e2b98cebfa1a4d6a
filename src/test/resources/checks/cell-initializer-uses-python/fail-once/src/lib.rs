use pyo3::prelude::*;
use std::sync::Once;

static READY: Once = Once::new();

#[pyfunction]
fn prepare(py: Python<'_>) {
    READY.call_once(|| {
        let time = py.import("time").unwrap();
        time.call_method1("sleep", (0.2,)).unwrap();
    });
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(prepare, module)?)
}
