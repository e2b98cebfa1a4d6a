use pyo3::prelude::*;

#[pyfunction(hours = "6")]
fn tide(hours: u64) -> u64 {
    hours * 6
}

#[pyfunction("*", days = 1)]
fn week(days: u64) -> u64 {
    days * 7
}

#[pymodule]
fn harbour(_py: Python<'_>, m: &PyModule) -> PyResult<()> {
    #[pyfn(m, "moon")]
    fn phase(days: u64) -> u64 {
        days % 29
    }

    m.add_function(wrap_pyfunction!(week, m)?)?;
    m.add_function(wrap_pyfunction!(tide, m)?)
}
