#[cfg(feature = "pyo3")]
use pyo3::prelude::*;

#[cfg(feature = "pyo3")]
#[pyfunction]
pub fn depth(metres: f64) -> f64 {
    metres * 3.281
}
