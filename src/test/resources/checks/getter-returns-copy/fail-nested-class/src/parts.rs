use pyo3::prelude::*;

#[pyclass(from_py_object)]
#[derive(Clone, Default)]
pub struct Wheel {
    #[pyo3(get, set)]
    pub turns: u32,
}
