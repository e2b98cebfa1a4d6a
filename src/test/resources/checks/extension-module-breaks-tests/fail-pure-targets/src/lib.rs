use pyo3::prelude::*;

pub fn half(x: i64) -> Option<i64> {
    (x % 2 == 0).then(|| x / 2)
}

#[pymodule]
mod pure_targets {
    use super::*;

    #[pyfunction]
    fn halve(x: i64) -> PyResult<i64> {
        half(x).ok_or_else(|| pyo3::exceptions::PyValueError::new_err("odd"))
    }
}
