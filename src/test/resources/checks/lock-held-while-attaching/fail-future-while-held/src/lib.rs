use pyo3::prelude::*;
use pyo3_async_runtimes::tokio::future_into_py;
use std::sync::{Arc, Mutex};

#[pyclass]
struct Order {
    crates: Arc<Mutex<Vec<u64>>>,
}

#[pymethods]
impl Order {
    #[new]
    fn new() -> Self {
        Order { crates: Arc::default() }
    }

    fn add(slf: PyRef<'_, Self>, weight: u64) {
        slf.crates.lock().unwrap().push(weight);
    }

    fn ship(slf: PyRef<'_, Self>) -> PyResult<Bound<'_, PyAny>> {
        let mut crates = slf.crates.lock().unwrap();
        let load = std::mem::take(&mut *crates);
        future_into_py(slf.py(), async move { Ok(load) })
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::Order;
}
