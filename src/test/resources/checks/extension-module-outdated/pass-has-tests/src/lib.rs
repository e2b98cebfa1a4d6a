use pyo3::prelude::*;

#[pymodule]
fn extension(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}

#[test]
fn two_and_two() {
    assert_eq!(2 + 2, 4);
}
