use pyo3::prelude::*;
use pyo3::sync::{OnceLockExt, PyOnceLock};
use std::sync::OnceLock;

static DECIMAL: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static SLEEP: OnceLock<Py<PyAny>> = OnceLock::new();

#[pyfunction]
fn decimal(py: Python<'_>) -> PyResult<Py<PyAny>> {
    let found = DECIMAL.get_or_try_init(py, || {
        py.import("decimal")?.getattr("Decimal").map(Bound::unbind)
    })?;
    Ok(found.clone_ref(py))
}

#[pyfunction]
fn sleep(py: Python<'_>) -> Py<PyAny> {
    SLEEP
        .get_or_init_py_attached(py, || py.import("time").unwrap().getattr("sleep").unwrap().unbind())
        .clone_ref(py)
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(decimal, module)?)?;
    module.add_function(wrap_pyfunction!(sleep, module)?)
}
