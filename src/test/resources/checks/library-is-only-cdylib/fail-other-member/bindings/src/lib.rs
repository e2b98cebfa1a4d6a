use pyo3::prelude::*;

#[pyfunction]
pub fn double(x: i64) -> i64 {
    2 * x
}

#[pymodule]
fn doubler(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(double, m)?)
}
