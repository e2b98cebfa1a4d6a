use pyo3::prelude::*;
use std::sync::OnceLock;

static DECIMAL: OnceLock<Py<PyAny>> = OnceLock::new();

fn decimal(py: Python<'_>) -> &'static Py<PyAny> {
    DECIMAL.get_or_init(|| py.import("decimal").unwrap().getattr("Decimal").unwrap().unbind())
}

#[pyfunction]
fn price(py: Python<'_>, text: &str) -> PyResult<Py<PyAny>> {
    decimal(py).call1(py, (text,))
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(price, module)?)
}
