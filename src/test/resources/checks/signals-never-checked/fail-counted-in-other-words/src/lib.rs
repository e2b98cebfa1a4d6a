use pyo3::prelude::*;
use std::hint::black_box;

#[pyfunction]
fn backwards(count: u64) -> u64 {
    let mut sum = 0;
    for number in (0..count).rev() {
        sum = black_box(number ^ sum);
    }
    sum
}

#[pyfunction]
fn until(count: u64) -> u64 {
    let (mut sum, mut number) = (0, 0);
    loop {
        if number >= count {
            break;
        }
        sum = black_box(number ^ sum);
        number += 1;
    }
    sum
}

#[pyfunction]
fn folded(count: u64) -> u64 {
    (0..count).map(|number| number * 3).fold(0, |sum, number| black_box(number ^ sum))
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{backwards, folded, until};
}
