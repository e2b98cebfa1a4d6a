use pyo3::prelude::*;

use pyo3::sync::GILOnceCell;

static BERTHS: GILOnceCell<PyObject> = GILOnceCell::new();

#[pyfunction]
fn keep(ship: PyObject) {
    Python::with_gil(|py| {
        let _ = BERTHS.get_or_init(py, || ship);
    });
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(keep, m)?)
}
