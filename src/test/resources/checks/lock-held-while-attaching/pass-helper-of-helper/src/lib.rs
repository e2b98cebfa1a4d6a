use pyo3::prelude::*;
use std::sync::Mutex;
use std::thread;

static SHIPS: Mutex<u64> = Mutex::new(0);

fn ask(callback: &Bound<'_, PyAny>) -> PyResult<u64> {
    callback.call0()?.extract()
}

/// Another thread asks, and nobody waits for it.
fn moor(ships: &mut u64, callback: Py<PyAny>) {
    thread::spawn(|| ask_later(callback));
    *ships += 1;
}

fn ask_later(callback: Py<PyAny>) {
    Python::attach(|py| ask_loudly(callback.bind(py)));
}

fn ask_loudly(callback: &Bound<'_, PyAny>) {
    if let Ok(answer) = ask(callback) {
        println!("{answer}");
    }
}

#[pyfunction]
fn land(callback: Py<PyAny>) {
    let mut ships = SHIPS.lock().unwrap();
    moor(&mut ships, callback);
}

#[pyfunction]
fn count(_py: Python<'_>) -> u64 {
    *SHIPS.lock().unwrap()
}

mod big {
    use pyo3::prelude::*;

    pub fn weigh(ships: &mut u64, callback: &Bound<'_, PyAny>) -> PyResult<()> {
        *ships += super::ask(callback)?;
        Ok(())
    }
}

mod small {
    pub fn weigh(ships: &mut u64) {
        *ships += 1;
    }
}

/// One of that name asks, the one that is called does not.
#[pyfunction]
fn leave(_py: Python<'_>) {
    let mut ships = SHIPS.lock().unwrap();
    small::weigh(&mut ships);
}

/// It asks before it takes the lock.
#[pyfunction]
fn enter(callback: &Bound<'_, PyAny>) -> PyResult<()> {
    let mut arrived = 0;
    big::weigh(&mut arrived, callback)?;
    *SHIPS.lock().unwrap() += arrived;
    Ok(())
}

/// Its own name is that of the function it wraps, which knows no Python.
#[pyclass(frozen)]
struct Log {
    lines: Mutex<u64>,
}

mod store {
    pub fn shorten(lines: &mut u64) {
        *lines /= 2;
    }
}

#[pymethods]
impl Log {
    #[new]
    fn new() -> Self {
        Log { lines: Mutex::new(8) }
    }

    fn shorten(&self, callback: &Bound<'_, PyAny>) -> PyResult<u64> {
        let mut lines = self.lines.lock().unwrap();
        store::shorten(&mut lines);
        drop(lines);
        ask(callback)
    }

    fn lines(&self) -> u64 {
        *self.lines.lock().unwrap()
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{Log, count, enter, land, leave};
}
