use pyo3::prelude::*;
use std::rc::Rc;

#[pyclass(frozen)]
struct Chart {
    name: String,
    depths: Option<Rc<Vec<u32>>>,
}

#[pymethods]
impl Chart {
    fn deepest(&self) -> Option<u32> {
        let depths = self.depths.as_ref()?;
        depths.iter().max().copied().filter(|_| !self.name.is_empty())
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
