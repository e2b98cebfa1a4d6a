use once_cell::sync::Lazy;
use pyo3::prelude::*;
use std::collections::HashMap;
use std::sync::OnceLock;

static TIDES: Lazy<HashMap<&'static str, u32>> = Lazy::new(|| HashMap::from([("low", 1)]));
static POOL: OnceLock<Vec<u32>> = OnceLock::new();

lazy_static::lazy_static! {
    static ref NAMES: Vec<String> = names();
}

fn names() -> Vec<String> {
    vec!["Bremen".to_string()]
}

#[pyfunction]
fn tide(py: Python<'_>, name: &str) -> u32 {
    let _ = py;
    TIDES.get(name).copied().unwrap_or(0) + POOL.get_or_init(|| vec![1, 2])[0] + NAMES.len() as u32
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(tide, module)?)
}
