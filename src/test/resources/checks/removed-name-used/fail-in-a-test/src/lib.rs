use pyo3::prelude::*;

#[pyfunction]
fn tide(hours: u64) -> u64 {
    hours * 6
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tides_follow_the_moon() {
        pyo3::prepare_freethreaded_python();
        assert_eq!(tide(1), 6);
    }
}
