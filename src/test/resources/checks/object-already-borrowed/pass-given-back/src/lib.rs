use pyo3::prelude::*;
use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

#[pyclass(unsendable)]
struct Counter {
    #[pyo3(get)]
    value: u64,
    seen: RefCell<Vec<u64>>,
}

#[pymethods]
impl Counter {
    #[new]
    fn new() -> Self {
        Counter {
            value: 0,
            seen: RefCell::new(Vec::new()),
        }
    }

    fn add(slf: &Bound<'_, Self>, callback: &Bound<'_, PyAny>) -> PyResult<()> {
        let value = {
            let mut this = slf.borrow_mut();
            this.value += 1;
            this.value
        };
        callback.call1((slf, value))?;
        let mut this = slf.borrow_mut();
        this.value += 1;
        drop(this);
        callback.call1((slf, slf.borrow().value))?;
        Ok(())
    }

    fn reset(mut slf: PyRefMut<'_, Self>, callback: &Bound<'_, PyAny>) -> PyResult<()> {
        slf.value = 0;
        drop(slf);
        callback.call0()?;
        Ok(())
    }

    /// Readers do not keep each other out.
    fn report(&self, callback: &Bound<'_, PyAny>) -> PyResult<()> {
        self.seen.borrow_mut().push(self.value);
        let seen = self.seen.borrow().len();
        callback.call1((self.value, seen))?;
        Ok(())
    }

    /// A file is not expected to know who reads it.
    fn load(&mut self, file: &Bound<'_, PyAny>) -> PyResult<()> {
        self.value = file.call_method0("read")?.extract()?;
        Ok(())
    }

    /// Other threads cannot have it anyway.
    fn pause(&mut self, py: Python<'_>) {
        py.detach(|| thread::sleep(Duration::from_millis(10)));
    }

    fn larger(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> u64 {
        if slf.is(other) {
            return slf.borrow().value;
        }
        slf.borrow_mut().value.max(other.borrow().value)
    }
}

#[pyclass]
struct Ticks {
    at: u64,
}

#[pymethods]
impl Ticks {
    #[new]
    fn new() -> Self {
        Ticks { at: 0 }
    }

    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> u64 {
        py.detach(|| thread::sleep(Duration::from_millis(1)));
        self.at += 1;
        self.at
    }
}

#[pyclass(frozen)]
struct Total {
    count: AtomicU64,
}

#[pymethods]
impl Total {
    #[new]
    fn new() -> Self {
        Total {
            count: AtomicU64::new(0),
        }
    }

    fn add(&self, py: Python<'_>, other: &Total, callback: &Bound<'_, PyAny>) -> PyResult<u64> {
        let more = other.count.load(Ordering::Relaxed) + 1;
        let count = py.detach(|| self.count.fetch_add(more, Ordering::Relaxed));
        callback.call1((count,))?;
        Ok(count)
    }
}

#[pymodule]
mod counter {
    #[pymodule_export]
    use super::{Counter, Ticks, Total};
}
