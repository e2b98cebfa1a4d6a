use pyo3::prelude::*;

use pyo3::sync::GILOnceCell;

static BERTHS: GILOnceCell<Py<PyAny>> = GILOnceCell::new();

#[pyfunction]
fn tide(py: Python<'_>, hours: u64) -> u64 {
    py.allow_threads(|| hours * 6)
}

#[pyfunction]
fn keep(ship: PyObject) {
    Python::with_gil(|py| {
        let _ = BERTHS.get_or_init(py, || ship);
    });
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)?;
    m.add_function(wrap_pyfunction!(keep, m)?)
}
