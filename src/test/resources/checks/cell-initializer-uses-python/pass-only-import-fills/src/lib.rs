use pyo3::prelude::*;
use std::sync::{Once, OnceLock};

static NAMES: OnceLock<Py<PyAny>> = OnceLock::new();

fn prepare(py: Python<'_>) {
    static READY: Once = Once::new();
    READY.call_once(|| {
        let names = py.import("keyword").unwrap().into_any().unbind();
        NAMES.set(names).unwrap();
    });
}

#[pyfunction]
fn keywords(py: Python<'_>) -> Py<PyAny> {
    NAMES.get().unwrap().clone_ref(py)
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::keywords;
    use pyo3::prelude::*;

    #[pymodule_init]
    fn start(module: &Bound<'_, PyModule>) -> PyResult<()> {
        super::prepare(module.py());
        Ok(())
    }
}
