mod token;

use pyo3::ffi;
use pyo3::prelude::*;
use std::any::Any;
use std::error::Error;
use token::TokenExt;

enum Owner {
    PyObject(Py<PyAny>),
    Nobody,
}

struct Chart {
    raw: *mut ffi::PyObject,
    owner: Owner,
}

impl Chart {
    fn into_py(self, _py: Python<'_>) -> Option<Py<PyAny>> {
        let _ = self.raw;
        match self.owner {
            Owner::PyObject(ship) => Some(ship),
            Owner::Nobody => None,
        }
    }
}

#[pyfunction]
fn tide(py: Python<'_>, hours: u64) -> u64 {
    py.allow_threads(|| hours * 6)
}

#[pyfunction]
fn chart(py: Python<'_>) -> bool {
    let nobody = Chart { raw: std::ptr::null_mut(), owner: Owner::Nobody };
    nobody.into_py(py).is_some()
}

#[allow(dead_code)]
fn python_error(error: Box<dyn Error + 'static>) -> Result<Box<PyErr>, Box<dyn Error>> {
    error.downcast::<PyErr>()
}

#[allow(dead_code)]
fn held(any: Box<dyn Any>) -> bool {
    any.downcast::<Py<PyAny>>().is_ok()
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)?;
    m.add_function(wrap_pyfunction!(chart, m)?)
}
