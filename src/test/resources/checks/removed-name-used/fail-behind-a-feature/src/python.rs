use pyo3::prelude::*;

pub fn run() -> u64 {
    Python::with_gil(|_| crate::tide(1))
}
