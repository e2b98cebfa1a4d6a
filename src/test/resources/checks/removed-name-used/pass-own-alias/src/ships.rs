use crate::names::*;
use pyo3::prelude::*;

#[pyfunction]
pub fn keep(ship: PyObject) {
    drop::<PyObject>(ship);
}
