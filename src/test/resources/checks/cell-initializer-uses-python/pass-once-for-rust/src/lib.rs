use pyo3::prelude::*;
use std::sync::Once;

static READY: Once = Once::new();

#[pyfunction]
fn prepare() {
    READY.call_once(|| eprintln!("ready"));
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(prepare, module)?)
}
