use pyo3::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::OnceLock;

static STARTED: AtomicBool = AtomicBool::new(false);
static LOOP: OnceLock<Py<PyAny>> = OnceLock::new();

#[pyfunction]
fn start(py: Python<'_>) -> PyResult<()> {
    if STARTED
        .compare_exchange(false, true, Ordering::SeqCst, Ordering::Relaxed)
        .is_err()
    {
        return Ok(());
    }
    LOOP.get_or_init(|| {
        let asyncio = py.import("asyncio").unwrap();
        asyncio.call_method0("new_event_loop").unwrap().unbind()
    });
    Ok(())
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(start, module)?)
}
