use pyo3::prelude::*;
use std::sync::Mutex;

static ROWS: Mutex<Vec<u64>> = Mutex::new(Vec::new());

#[pyfunction]
fn flush(py: Python<'_>, callback: Py<PyAny>) {
    py.detach(move || {
        let mut rows = ROWS.lock().unwrap();
        Python::attach(|py| {
            for row in rows.drain(..) {
                let _ = callback.call1(py, (row,));
            }
        });
    });
}

#[pyfunction]
fn push(py: Python<'_>, row: u64) {
    py.detach(|| ROWS.lock().unwrap().push(row));
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(flush, module)?)?;
    module.add_function(wrap_pyfunction!(push, module)?)
}
