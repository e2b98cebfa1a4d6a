use pyo3::prelude::*;
use std::fs;
use std::sync::Mutex;

#[pyclass(frozen)]
struct Log {
    path: Mutex<String>,
}

#[pymethods]
impl Log {
    #[new]
    fn new(path: String) -> Self {
        Log { path: Mutex::new(path) }
    }

    fn rename(&self, py: Python<'_>, to: String) -> PyResult<()> {
        py.detach(|| {
            let mut path = self.path.lock().unwrap();
            fs::rename(&*path, &to)?;
            *path = to;
            Ok(())
        })
    }

    fn path(&self) -> String {
        self.path.lock().unwrap().clone()
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::Log;
}
