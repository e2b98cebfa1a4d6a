use pyo3::prelude::*;

use pyo3::types::PyList;

#[pyclass]
struct Wheel {
    #[pyo3(get, set)]
    turns: u32,
}

#[pyclass]
struct Cart {
    #[pyo3(get)]
    wheel: Py<Wheel>,
    #[pyo3(get)]
    tags: Option<Py<PyList>>,
    log: Vec<String>,
}

#[pymethods]
impl Cart {
    #[new]
    fn new(py: Python<'_>) -> PyResult<Self> {
        Ok(Self {
            wheel: Py::new(py, Wheel { turns: 0 })?,
            tags: Some(PyList::empty(py).unbind()),
            log: Vec::new(),
        })
    }

    fn entries(&self) -> usize {
        self.log.len()
    }
}

#[pymodule]
fn cart(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Cart>()?;
    m.add_class::<Wheel>()?;
    Ok(())
}
