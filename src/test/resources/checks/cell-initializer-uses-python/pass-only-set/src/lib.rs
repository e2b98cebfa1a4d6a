use pyo3::prelude::*;
use std::cell::OnceCell;
use std::sync::{Once, OnceLock};

static CALLBACK: OnceLock<Py<PyAny>> = OnceLock::new();
static STARTED: Once = Once::new();

thread_local! {
    static OWN: OnceCell<Py<PyAny>> = const { OnceCell::new() };
}

pub fn start() {
    STARTED.call_once(Python::initialize);
}

#[pyfunction]
fn register(callback: Py<PyAny>) -> bool {
    CALLBACK.set(callback).is_ok()
}

#[pyfunction]
fn own(py: Python<'_>) -> Py<PyAny> {
    OWN.with(|own| own.get_or_init(|| py.None()).clone_ref(py))
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(register, module)?)?;
    module.add_function(wrap_pyfunction!(own, module)?)
}
