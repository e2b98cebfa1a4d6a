use pyo3::prelude::*;

#[pyfunction]
fn double(x: i64) -> i64 {
    2 * x
}

#[pymodule]
fn unit_test_attaches(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(double, m)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles() {
        assert_eq!(double(2), 4);
    }

    #[test]
    fn reads_a_python_number() {
        Python::attach(|py| {
            let four = 4i64.into_pyobject(py).unwrap();
            assert_eq!(four.extract::<i64>().unwrap(), double(2));
        });
    }
}
