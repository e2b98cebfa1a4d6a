//! Objects of a Python library, for Rust.

use pyo3::prelude::*;

pub struct Branch(Py<PyAny>);

impl Branch {
    pub fn of(object: Py<PyAny>) -> Self {
        Branch(object)
    }

    pub fn to_object(&self, py: Python<'_>) -> Py<PyAny> {
        self.0.clone_ref(py)
    }
}
