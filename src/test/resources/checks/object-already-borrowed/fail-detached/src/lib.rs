use pyo3::prelude::*;
use std::thread;
use std::time::Duration;

#[pyclass]
struct Press {
    #[pyo3(get)]
    pages: u64,
}

#[pymethods]
impl Press {
    #[new]
    fn new() -> Self {
        Press { pages: 0 }
    }

    fn print(&mut self, py: Python<'_>, pages: u64) {
        py.detach(|| {
            for _ in 0..pages {
                thread::sleep(Duration::from_millis(10));
                self.pages += 1;
            }
        });
    }
}

#[pymodule]
mod press {
    #[pymodule_export]
    use super::Press;
}
