use pyo3::prelude::*;

use std::collections::HashMap;

#[pyclass(get_all)]
#[derive(Default)]
struct Shelf {
    /// What is written on it.
    tags: Vec<String>,
    counts: Option<HashMap<String, (u32, u32)>>,
    corners: [f64; 4],
    cover: Vec<u8>,
    label: String,
    size: (u32, u32),
}

#[pymethods]
impl Shelf {
    #[new]
    fn new() -> Self {
        Self {
            tags: vec!["new".into()],
            cover: vec![1],
            ..Self::default()
        }
    }
}

#[pymodule]
fn shelf(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Shelf>()?;
    Ok(())
}
