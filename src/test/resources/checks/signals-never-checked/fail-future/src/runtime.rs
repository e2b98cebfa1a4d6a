use pyo3::prelude::*;
use std::future::Future;
use std::sync::LazyLock;
use tokio::runtime::Runtime;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// Lets other threads run meanwhile, but not Ctrl-C.
pub fn wait_for<F: Future + Send>(py: Python<'_>, future: F) -> F::Output
where
    F::Output: Send,
{
    py.detach(|| RUNTIME.block_on(future))
}

pub fn wait_attached<F: Future>(future: F) -> F::Output {
    RUNTIME.block_on(future)
}
