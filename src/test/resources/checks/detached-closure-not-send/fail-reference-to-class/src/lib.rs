use pyo3::prelude::*;

#[pyclass]
struct Chart {
    depths: Vec<u32>,
}

#[pymethods]
impl Chart {
    fn deepest(slf: PyRef<'_, Self>, py: Python<'_>) -> Option<u32> {
        py.detach(|| slf.depths.iter().max().copied())
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
