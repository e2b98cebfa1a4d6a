use pyo3::prelude::*;
use pyo3::ToPyObject;
use shim::Branch;

#[pyfunction]
fn tide(py: Python<'_>, hours: u64) -> Py<PyAny> {
    (hours * 6).to_object(py)
}

#[pyfunction]
fn main_branch(py: Python<'_>, tree: Py<PyAny>) -> Py<PyAny> {
    let branch = Branch::of(tree);
    branch.to_object(py)
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)?;
    m.add_function(wrap_pyfunction!(main_branch, m)?)
}
