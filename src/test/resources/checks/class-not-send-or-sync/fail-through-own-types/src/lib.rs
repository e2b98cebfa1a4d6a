mod depths;

use pyo3::prelude::*;
use depths::Layer;

#[pyclass]
struct Chart(Layer<String>);

#[pymethods]
impl Chart {
    fn deepest(&self) -> u32 {
        self.0.deepest()
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
