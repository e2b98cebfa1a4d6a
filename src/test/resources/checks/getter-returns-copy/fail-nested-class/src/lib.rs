use pyo3::prelude::*;

mod parts;

#[pyclass]
#[derive(Default)]
struct Cart {
    #[pyo3(get, set)]
    wheel: crate::parts::Wheel,
    spare: parts::Wheel,
    #[pyo3(get)]
    load: f64,
}

#[pymethods]
impl Cart {
    #[new]
    fn new() -> Self {
        Self::default()
    }

    #[getter]
    fn spare_turns(&self) -> u32 {
        self.spare.turns
    }
}

#[pymodule]
fn cart(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Cart>()?;
    Ok(())
}
