use pyo3::prelude::*;
use std::sync::OnceLock;

static NAMES: OnceLock<Py<PyAny>> = OnceLock::new();

fn names(py: Python<'_>) -> &'static Py<PyAny> {
    NAMES.get_or_init(|| py.import("keyword").unwrap().into_any().unbind())
}

#[pyfunction]
fn keywords(py: Python<'_>) -> Py<PyAny> {
    names(py).clone_ref(py)
}

fn prepare(py: Python<'_>) {
    names(py);
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    prepare(module.py());
    module.add_function(wrap_pyfunction!(keywords, module)?)
}
