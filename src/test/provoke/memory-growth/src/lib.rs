use pyo3::prelude::*;

#[pyfunction]
fn lengths(py: Python<'_>, words: Vec<String>) -> PyResult<Vec<usize>> {
    let mut lengths = Vec::new();
    for word in words {
        let pool = unsafe { py.new_pool() };
        let py = pool.python();
        lengths.push(pyo3::types::PyString::new_bound(py, &word).len()?);
    }
    Ok(lengths)
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(lengths, m)?)?;
    Ok(())
}
