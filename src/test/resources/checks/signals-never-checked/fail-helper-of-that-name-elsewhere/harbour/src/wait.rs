use pyo3::Python;
use std::future::Future;
use tokio::runtime::Builder;

pub(crate) fn exec<F, T>(future: F) -> T
where
    F: Future<Output = T> + Send,
    T: Send,
{
    Python::attach(|py| {
        py.detach(|| {
            let runtime = Builder::new_current_thread().enable_time().build().unwrap();
            runtime.block_on(future)
        })
    })
}
