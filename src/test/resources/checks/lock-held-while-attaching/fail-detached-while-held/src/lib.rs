use parking_lot::RwLock;
use pyo3::prelude::*;

#[pyclass(frozen)]
struct Tide {
    heights: RwLock<Vec<f64>>,
}

#[pymethods]
impl Tide {
    #[new]
    fn new() -> Self {
        Tide { heights: RwLock::new(Vec::new()) }
    }

    fn sort(&self, py: Python<'_>) {
        let mut heights = self.heights.write();
        py.detach(|| heights.sort_by(f64::total_cmp));
    }

    fn add(&self, height: f64) {
        self.heights.write().push(height);
    }
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Tide>()
}
