use pyo3::prelude::*;

#[repr(C)]
struct RawChart {
    depth: u32,
}

#[pyclass]
struct Chart {
    raw: *mut RawChart,
}

#[pymethods]
impl Chart {
    fn depth(&self) -> u32 {
        unsafe { (*self.raw).depth }
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
