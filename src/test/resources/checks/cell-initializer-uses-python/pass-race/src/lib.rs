use once_cell::race::OnceBox;
use pyo3::prelude::*;

static NAME: OnceBox<String> = OnceBox::new();

#[pyfunction]
fn name(py: Python<'_>) -> &'static str {
    NAME.get_or_init(|| Box::new(py.version().to_string()))
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(name, module)?)
}
