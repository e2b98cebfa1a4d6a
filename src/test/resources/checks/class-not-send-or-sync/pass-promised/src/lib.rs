use pyo3::prelude::*;

struct Handle<T>(*mut T);

unsafe impl<T> Send for Handle<T> {}
unsafe impl<T> Sync for Handle<T> {}

#[pyclass]
struct Chart {
    raw: Handle<u32>,
}

#[pymethods]
impl Chart {
    fn is_open(&self) -> bool {
        !self.raw.0.is_null()
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
