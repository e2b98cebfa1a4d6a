use pyo3::exceptions::PyKeyboardInterrupt;
use pyo3::prelude::*;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::time::sleep;

async fn until_told_to_stop(seconds: u64) -> PyResult<u64> {
    tokio::select! {
        _ = sleep(Duration::from_secs(seconds)) => Ok(seconds),
        _ = tokio::signal::ctrl_c() => Err(PyKeyboardInterrupt::new_err(())),
    }
}

#[pyfunction]
fn serve(py: Python<'_>, seconds: u64) -> PyResult<u64> {
    py.detach(|| Runtime::new().unwrap().block_on(until_told_to_stop(seconds)))
}

#[pymodule]
mod depot {
    #[pymodule_export]
    use super::serve;
}
