use pyo3::prelude::*;

lazy_static::lazy_static! {
    static ref ZONES: Vec<String> = load();
}

fn load() -> Vec<String> {
    Python::with_gil(|py| names(py)).unwrap_or_default()
}

fn names(py: Python<'_>) -> PyResult<Vec<String>> {
    py.import_bound("zoneinfo")?.call_method0("available_timezones")?.extract::<Vec<String>>()
}

#[pyfunction]
fn zones() -> usize {
    ZONES.len()
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(zones, module)?)
}
