use pyo3::prelude::*;
use std::sync::LazyLock;

static LIMIT: LazyLock<u64> = LazyLock::new(|| {
    Python::attach(|py| py.import("sys").unwrap().getattr("maxsize").unwrap().extract().unwrap())
});

#[pyfunction]
fn over(py: Python<'_>, n: u64) -> bool {
    py.detach(|| n > *LIMIT)
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(over, module)?)
}
