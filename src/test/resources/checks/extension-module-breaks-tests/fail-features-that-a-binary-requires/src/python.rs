use pyo3::prelude::*;

#[pyfunction]
fn tide(hours: u64) -> u64 {
    crate::tide(hours)
}

/// What the module offers, as a stub file tells it.
pub fn names() -> Vec<String> {
    Python::attach(|py| {
        let module = PyModule::new(py, "harbour").unwrap();
        harbour(&module).unwrap();
        module.index().unwrap().extract().unwrap()
    })
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
