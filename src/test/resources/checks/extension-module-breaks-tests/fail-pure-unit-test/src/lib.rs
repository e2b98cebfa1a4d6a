use pyo3::prelude::*;

#[pyfunction]
fn double(x: i64) -> i64 {
    2 * x
}

#[pymodule]
fn pure_unit_test(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(double, m)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn doubles() {
        assert_eq!(super::double(2), 4);
    }
}
