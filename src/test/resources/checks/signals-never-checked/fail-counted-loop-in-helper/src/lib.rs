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
fn wander(count: u64) -> u64 {
    walk(7, count)
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::wander;
}
