use pyo3::prelude::*;
use std::hint::black_box;

fn walk(start: u64, steps: u64) -> u64 {
    let mut at = start;
    for step in 0..steps {
        at = black_box(at ^ step);
    }
    at
}

#[pyfunction]
fn wander(start: u64) -> u64 {
    walk(start, 12)
}

#[pyfunction]
fn measure(ships: Vec<u64>) -> u64 {
    walk(0, ships.len() as u64)
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{measure, wander};
}
