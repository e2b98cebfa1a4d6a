use python::prelude::*;

#[pyclass]
pub struct Point {
    #[pyo3(get)]
    pub x: f64,
}

#[pymethods]
impl Point {
    #[new]
    fn new(x: f64) -> Self {
        Self { x }
    }
}

#[derive(FromPyObject)]
pub struct Size {
    pub width: f64,
}
