use pyo3::prelude::*;
use std::sync::LazyLock;

static SLOW: LazyLock<Py<PyAny>> = LazyLock::new(|| {
    Python::attach(|py| {
        let time = py.import("time").unwrap();
        time.call_method1("sleep", (0.3,)).unwrap();
        time.unbind().into_any()
    })
});

#[pyfunction]
fn clock(py: Python<'_>) -> Py<PyAny> {
    SLOW.clone_ref(py)
}

#[pyfunction]
fn name(py: Python<'_>) -> PyResult<String> {
    SLOW.bind(py).getattr("__name__")?.extract()
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(clock, module)?)?;
    module.add_function(wrap_pyfunction!(name, module)?)
}
