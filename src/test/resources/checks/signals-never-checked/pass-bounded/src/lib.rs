use pyo3::prelude::*;

/// Memory bounds it.
#[pyfunction]
fn squares(count: u64) -> Vec<u64> {
    (0..count).map(|number| number * number).collect()
}

/// What is found ends it.
#[pyfunction]
fn first(numbers: Vec<u64>, limit: u64) -> u64 {
    let mut at = 0;
    loop {
        if numbers[at] == 0 {
            return 0;
        }
        if numbers[at] >= limit {
            break;
        }
        at += 1;
    }
    numbers[at]
}

#[pyfunction]
fn weight(cargo: Vec<u64>, count: usize) -> u64 {
    (0..count).map(|place| cargo[place]).sum()
}

#[pyfunction]
fn heaviest(cargo: Vec<u64>, count: usize) -> u64 {
    (0..count).fold(0, |most, place| most.max(cargo[place]))
}

/// What is taken away bounds it.
#[pyfunction]
fn unload(mut cargo: Vec<u64>, count: usize) -> u64 {
    let mut last = 0;
    for _ in 0..count {
        last = cargo.pop().unwrap();
    }
    last
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{first, heaviest, squares, unload, weight};
}
