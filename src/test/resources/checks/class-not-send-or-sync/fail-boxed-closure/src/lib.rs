use pyo3::prelude::*;

#[pyclass]
struct Chart {
    to_metres: Box<dyn Fn(f64) -> f64 + Send>,
}

#[pymethods]
impl Chart {
    fn metres(&self, fathoms: f64) -> f64 {
        (self.to_metres)(fathoms)
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
