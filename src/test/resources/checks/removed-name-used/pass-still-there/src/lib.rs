use pyo3::prelude::*;

use num_complex::Complex64;
use pyo3::types::{PyComplex, PyDict};

#[pyfunction]
fn turn<'py>(py: Python<'py>, dict: Py<PyDict>) -> (Bound<'py, PyComplex>, usize) {
    let dict = dict.into_bound(py);
    let length = dict.as_any().as_borrowed().hash().unwrap_or(0).unsigned_abs();
    (PyComplex::from_complex_bound(py, Complex64::new(0.0, 1.0)), length)
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(turn, m)?)
}
