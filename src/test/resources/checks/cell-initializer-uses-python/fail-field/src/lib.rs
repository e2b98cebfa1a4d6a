use pyo3::prelude::*;
use std::sync::OnceLock;

#[pyclass(frozen)]
struct Ship {
    name: String,
    label: OnceLock<Py<PyAny>>,
}

#[pymethods]
impl Ship {
    #[new]
    fn new(name: String) -> Self {
        Ship { name, label: OnceLock::new() }
    }

    fn label(&self, py: Python<'_>) -> Py<PyAny> {
        self.label
            .get_or_init(|| py.eval(c"str.upper", None, None).unwrap().call1((&self.name,)).unwrap().unbind())
            .clone_ref(py)
    }
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Ship>()
}
