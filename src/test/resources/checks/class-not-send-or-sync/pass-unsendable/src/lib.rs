use pyo3::prelude::*;
use std::rc::Rc;

#[pyclass(unsendable)]
struct Chart {
    depths: Rc<Vec<u32>>,
}

#[pymethods]
impl Chart {
    fn deepest(&self) -> Option<u32> {
        self.depths.iter().max().copied()
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
