mod wait;

use pyo3::prelude::*;
use std::time::Duration;

#[pyfunction]
fn arrive(seconds: u64) {
    wait::exec(async move { tokio::time::sleep(Duration::from_secs(seconds)).await })
}

#[pyfunction]
fn leave() -> u64 {
    wait::exec(std::future::ready(3))
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{arrive, leave};
}
