use pyo3::prelude::*;

#[pyfunction]
pub fn depth(metres: f64) -> f64 {
    metres * 3.281
}
