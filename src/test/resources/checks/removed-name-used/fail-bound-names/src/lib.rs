use pyo3::prelude::*;

use pyo3::types::{PyDict, PyList};

#[pyfunction]
fn berths(py: Python<'_>) -> PyResult<PyObject> {
    let berths = PyDict::new_bound(py);
    berths.set_item("north", PyList::empty_bound(py))?;
    berths.set_item("sys", py.import_bound("sys")?)?;
    Ok(berths.into_py(py))
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(berths, m)?)
}
