use std::rc::Rc;

#[cfg_attr(feature = "python", pyo3::pyclass)]
pub struct Chart {
    pub depths: Rc<Vec<u32>>,
}
