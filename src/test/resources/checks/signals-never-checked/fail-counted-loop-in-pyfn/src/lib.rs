use pyo3::prelude::*;

#[pymodule]
fn squares(m: &Bound<'_, PyModule>) -> PyResult<()> {
    #[pyfn(m)]
    #[pyo3(name = "sum_of_squares")]
    fn of_numbers(count: u64) -> u64 {
        let mut sum: u64 = 0;
        for number in 0..count {
            sum = std::hint::black_box(sum.wrapping_add(number.wrapping_mul(number)));
        }
        sum
    }
    Ok(())
}
