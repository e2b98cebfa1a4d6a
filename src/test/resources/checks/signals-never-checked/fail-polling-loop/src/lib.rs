use pyo3::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

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

    fn wait_until_full(&self, py: Python<'_>) {
        py.detach(|| {
            while !self.full.load(Ordering::Acquire) {
                thread::sleep(Duration::from_millis(10));
            }
        });
    }
}

#[pymodule]
mod gauge {
    #[pymodule_export]
    use super::Gauge;
}
