use pyo3::prelude::*;

#[pyfunction]
fn sum_of_squares(count: u64) -> u64 {
    let mut sum = 0u64;
    for i in 0..count {
        sum = std::hint::black_box(sum.wrapping_add(i.wrapping_mul(i)));
    }
    sum
}

#[pymodule]
mod squares {
    #[pymodule_export]
    use super::sum_of_squares;
}
