use pyo3::prelude::*;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::LazyLock;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::time::{sleep, timeout};

static RUNTIME: LazyLock<Executor> = LazyLock::new(|| Executor {
    runtime: Runtime::new().unwrap(),
});

struct Executor {
    runtime: Runtime,
}

impl Executor {
    /// Waits in short turns, and asks for signals between them.
    fn block_on<F: Future + Send>(&self, py: Python<'_>, future: F) -> PyResult<F::Output>
    where
        F::Output: Send,
    {
        let mut future = Box::pin(future);
        loop {
            let turn = async { timeout(Duration::from_millis(50), future.as_mut()).await };
            if let Ok(output) = py.detach(|| self.runtime.block_on(turn)) {
                return Ok(output);
            }
            interrupted(py)?;
        }
    }
}

fn interrupted(py: Python<'_>) -> PyResult<()> {
    py.check_signals()
}

#[pyfunction]
fn arrival(py: Python<'_>, seconds: u64) -> PyResult<u64> {
    RUNTIME.block_on(py, async move {
        sleep(Duration::from_secs(seconds)).await;
        seconds
    })
}

#[pyfunction]
fn sum_of_squares(py: Python<'_>, count: u64) -> PyResult<u64> {
    let mut sum = 0u64;
    for i in 0..count {
        if i % 65_536 == 0 {
            interrupted(py)?;
        }
        sum = std::hint::black_box(sum.wrapping_add(i.wrapping_mul(i)));
    }
    Ok(sum)
}

#[pyclass(frozen)]
struct Gauge {
    full: AtomicBool,
}

#[pymethods]
impl Gauge {
    #[new]
    fn new() -> Self {
        Gauge {
            full: AtomicBool::new(false),
        }
    }

    fn fill(&self) {
        self.full.store(true, Ordering::Release);
    }

    fn wait_until_full(&self, py: Python<'_>) -> PyResult<()> {
        while !self.full.load(Ordering::Acquire) {
            py.detach(|| std::thread::sleep(Duration::from_millis(10)));
            py.check_signals()?;
        }
        Ok(())
    }
}

#[pymodule]
mod depot {
    #[pymodule_export]
    use super::{arrival, sum_of_squares, Gauge};
}
