use once_cell::sync::OnceCell;
use pyo3::prelude::*;

static JSON: OnceCell<Py<PyModule>> = OnceCell::new();

fn json() -> PyResult<&'static Py<PyModule>> {
    JSON.get_or_try_init(|| Python::attach(|py| py.import("json").map(Bound::unbind)))
}

#[pyfunction]
fn dumps(value: &Bound<'_, PyAny>) -> PyResult<String> {
    json()?.bind(value.py()).call_method1("dumps", (value,))?.extract()
}

#[pyfunction]
fn loads(py: Python<'_>, text: &str) -> PyResult<Py<PyAny>> {
    json()?.call_method1(py, "loads", (text,))
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(dumps, module)?)?;
    module.add_function(wrap_pyfunction!(loads, module)?)
}
