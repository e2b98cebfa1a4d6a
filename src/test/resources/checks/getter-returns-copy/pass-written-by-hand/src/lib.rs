use pyo3::prelude::*;

#[pyclass]
struct Ship {
    name: String,
    cargo: Py<PyAny>,
    ports: Vec<String>,
}

#[pymethods]
impl Ship {
    #[new]
    fn new(cargo: Py<PyAny>) -> Self {
        Ship { name: "Alma".to_string(), cargo, ports: Vec::new() }
    }

    #[getter]
    fn name(&self) -> String {
        self.name.clone()
    }

    #[getter]
    fn cargo(&self, py: Python<'_>) -> Py<PyAny> {
        self.cargo.clone_ref(py)
    }

    #[getter]
    fn sorted(&self) -> Vec<String> {
        let mut ports = self.ports.clone();
        ports.sort();
        ports
    }

    fn ports(&self) -> Vec<String> {
        self.ports.clone()
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::Ship;
}
