use crate::runtime::{wait_attached, wait_for};
use pyo3::prelude::*;
use std::time::Duration;
use tokio::time::sleep;

#[pyfunction]
pub fn arrival(py: Python<'_>, seconds: u64) -> u64 {
    wait_for(py, async move {
        sleep(Duration::from_secs(seconds)).await;
        seconds
    })
}

#[pyclass(frozen)]
pub struct Depot {}

#[pymethods]
impl Depot {
    #[new]
    fn new() -> Self {
        Depot {}
    }

    fn departure(&self, seconds: u64) -> u64 {
        wait_attached(async move {
            sleep(Duration::from_secs(seconds)).await;
            seconds
        })
    }

    fn both(&self, py: Python<'_>, seconds: u64) -> u64 {
        wait_for(py, async move { sleep(Duration::from_secs(seconds)).await });
        self.departure(seconds)
    }
}
