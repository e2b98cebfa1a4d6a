pub fn double(x: i64) -> i64 {
    2 * x
}

#[cfg(feature = "python")]
mod python {
    use pyo3::prelude::*;

    #[pyfunction]
    fn double(x: i64) -> i64 {
        super::double(x)
    }

    #[pymodule]
    fn optional_dependency(m: &Bound<'_, PyModule>) -> PyResult<()> {
        m.add_function(wrap_pyfunction!(double, m)?)
    }
}

#[test]
fn doubles() {
    assert_eq!(double(2), 4);
}
