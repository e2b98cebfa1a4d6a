use pyo3::prelude::*;

#[pyfunction(name = "ebb", signature = (hours = 6))]
fn tide(hours: u64) -> u64 {
    hours * 6
}

#[pyfunction(signature = (*, days = 1), text_signature = "(*, days=1)")]
fn week(days: u64) -> u64 {
    days * 7
}

#[pymodule]
fn harbour(_py: Python<'_>, m: &PyModule) -> PyResult<()> {
    #[pyfn(m, name = "moon")]
    fn phase(days: u64) -> u64 {
        days % 29
    }

    m.add_function(wrap_pyfunction!(week, m)?)?;
    m.add_function(wrap_pyfunction!(tide, m)?)
}
