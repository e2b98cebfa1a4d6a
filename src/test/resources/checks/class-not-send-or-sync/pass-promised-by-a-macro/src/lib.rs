use pyo3::prelude::*;

macro_rules! handle {
    ($name:ident) => {
        unsafe impl Send for $name {}
        unsafe impl Sync for $name {}
    };
}

#[pyclass]
struct Chart {
    raw: *const u32,
}

handle!(Chart);

#[pymethods]
impl Chart {
    fn is_open(&self) -> bool {
        !self.raw.is_null()
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
