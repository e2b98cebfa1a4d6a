use pyo3::prelude::*;
use std::hint::black_box;

#[pyfunction]
fn wander() -> u64 {
    let mut at = 1;
    for step in 0u64.. {
        at = black_box(at ^ step);
    }
    #[allow(unreachable_code)]
    at
}

fn drift() -> u64 {
    let mut at = 1;
    for step in (0..u64::MAX).step_by(2) {
        at = black_box(at ^ step);
    }
    at
}

#[pyfunction]
fn float() -> u64 {
    drift()
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{float, wander};
}
