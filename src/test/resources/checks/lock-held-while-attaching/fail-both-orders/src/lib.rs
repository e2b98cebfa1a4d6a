use pyo3::prelude::*;
use std::sync::Mutex;

static ROWS: Mutex<Vec<Py<PyAny>>> = Mutex::new(Vec::new());

#[pyfunction]
fn push(py: Python<'_>, row: Py<PyAny>) {
    std::thread::sleep(std::time::Duration::from_millis(100));
    ROWS.lock().unwrap().push(row.clone_ref(py));
}

#[pyfunction]
fn start() {
    std::thread::spawn(flush);
}

fn flush() {
    let mut rows = ROWS.lock().unwrap();
    Python::attach(|py| {
        for row in rows.drain(..) {
            let _ = row.call0(py);
        }
    });
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(push, module)?)?;
    module.add_function(wrap_pyfunction!(start, module)?)
}
