use pyo3::prelude::*;

#[pyfunction]
fn depth(metres: f64) -> f64 {
    metres * 3.281
}

#[pymodule]
fn soundings(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(depth, m)?)
}
