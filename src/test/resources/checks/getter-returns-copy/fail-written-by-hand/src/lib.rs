use pyo3::prelude::*;

#[pyclass(skip_from_py_object)]
#[derive(Clone)]
struct Anchor {
    #[pyo3(get, set)]
    weight: u64,
}

#[pyclass]
struct Ship {
    cargo: Vec<String>,
    anchor: Anchor,
}

#[pymethods]
impl Ship {
    #[new]
    fn new() -> Self {
        Ship { cargo: Vec::new(), anchor: Anchor { weight: 5 } }
    }

    #[getter]
    #[pyo3(name = "cargo")]
    fn py_cargo(&self) -> Vec<String> {
        self.cargo.clone()
    }

    #[getter(anchor)]
    fn the_anchor(&self) -> PyResult<Anchor> {
        Ok(self.anchor.clone())
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{Anchor, Ship};
}
