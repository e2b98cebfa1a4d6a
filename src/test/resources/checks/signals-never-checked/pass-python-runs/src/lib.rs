use pyo3::prelude::*;
use std::thread;
use std::time::Duration;

#[pyclass]
struct Scan {
    at: u64,
}

#[pymethods]
impl Scan {
    #[new]
    fn new() -> Self {
        Scan { at: 0 }
    }

    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    /// Python comes back after each turn.
    fn __next__(&mut self, py: Python<'_>) -> u64 {
        loop {
            py.detach(|| thread::sleep(Duration::from_millis(5)));
            self.at += 1;
            if self.at % 3 == 0 {
                return self.at;
            }
        }
    }
}

/// Python runs in each turn.
#[pyfunction]
fn poll(py: Python<'_>, is_done: Bound<'_, PyAny>) -> PyResult<()> {
    while !ask(&is_done)? {
        py.detach(|| thread::sleep(Duration::from_millis(5)));
    }
    Ok(())
}

fn ask(is_done: &Bound<'_, PyAny>) -> PyResult<bool> {
    is_done.call0()?.extract()
}

/// The input ends it.
#[pyfunction]
fn words(text: &str) -> usize {
    let mut rest = text;
    let mut found = 0;
    loop {
        let Some(space) = rest.find(' ') else {
            return found + 1;
        };
        found += 1;
        rest = &rest[space + 1..];
    }
}

/// Memory ends it.
#[pyfunction]
fn zeros(count: usize) -> Vec<u64> {
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(0);
    }
    all
}

/// The input ends it, too.
#[pyfunction]
fn mean(values: Vec<f64>, window: usize) -> f64 {
    let mut sum = 0.0;
    for i in 0..window {
        sum += values[i];
    }
    sum / window as f64
}

/// Another thread waits.
#[pyfunction]
fn start(seconds: u64) {
    thread::spawn(move || {
        let waiting = thread::spawn(move || thread::sleep(Duration::from_secs(seconds)));
        waiting.join().unwrap();
        loop {
            thread::sleep(Duration::from_secs(1));
        }
    });
}

#[pymodule]
mod scan {
    #[pymodule_export]
    use super::{mean, poll, start, words, zeros, Scan};
}
