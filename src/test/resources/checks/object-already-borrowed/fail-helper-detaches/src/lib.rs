use pyo3::prelude::*;
use std::thread;
use std::time::Duration;

fn away<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    Python::attach(|py| py.detach(work))
}

/// What is handed over runs on another thread; this one detaches until it has begun.
fn spawn_away(py: Python<'_>, work: impl FnOnce() + Send + 'static) {
    py.detach(|| thread::spawn(work));
}

#[pyclass]
struct Crane {
    #[pyo3(get)]
    lifted: u64,
}

#[pymethods]
impl Crane {
    #[new]
    fn new() -> Self {
        Crane { lifted: 0 }
    }

    fn lift(&mut self, crates: u64) {
        away(|| {
            for _ in 0..crates {
                thread::sleep(Duration::from_millis(10));
                self.lifted += 1;
            }
        });
    }

    fn lower(&mut self, py: Python<'_>) {
        spawn_away(py, move || thread::sleep(Duration::from_millis(10)));
        self.lifted = 0;
    }
}

#[pymodule]
mod quay {
    #[pymodule_export]
    use super::Crane;
}
