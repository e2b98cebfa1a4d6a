use pyo3::ffi;
use pyo3::prelude::*;
use std::sync::OnceLock;

static SLOW: OnceLock<bool> = OnceLock::new();
static ANSWER: OnceLock<u64> = OnceLock::new();

fn has_module() -> bool {
    let module = unsafe { ffi::PyImport_ImportModule(c"slow".as_ptr()) };
    !module.is_null()
}

fn ask(callback: &Bound<'_, PyAny>) -> u64 {
    callback.call0().and_then(|answer| answer.extract()).unwrap_or(0)
}

#[pyfunction]
fn is_slow(_py: Python<'_>) -> bool {
    *SLOW.get_or_init(has_module)
}

#[pyfunction]
fn answer(callback: &Bound<'_, PyAny>) -> u64 {
    *ANSWER.get_or_init(|| ask(callback))
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{answer, is_slow};
}
