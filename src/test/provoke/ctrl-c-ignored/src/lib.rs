use pyo3::prelude::*;
use std::time::{Duration, Instant};

#[pyfunction]
fn sum_of_squares(seconds: u64) -> u64 {
    let start = Instant::now();
    let mut sum: u64 = 0;
    while start.elapsed() < Duration::from_secs(seconds) {
        sum = sum.wrapping_mul(31).wrapping_add(1);
    }
    sum
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(sum_of_squares, m)?)?;
    Ok(())
}
