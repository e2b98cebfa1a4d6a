use pyo3::prelude::*;
use shim::Branch;

#[pyfunction]
fn main_branch(py: Python<'_>, tree: Py<PyAny>) -> Py<PyAny> {
    let branch = Branch::of(tree);
    branch.to_object(py)
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(main_branch, m)?)
}
