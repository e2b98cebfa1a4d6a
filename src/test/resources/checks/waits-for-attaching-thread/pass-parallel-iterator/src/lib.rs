use pyo3::prelude::*;
use pyo3::types::PyInt;
use rayon::prelude::*;

/// The threads attach while the caller is detached.
#[pyfunction]
fn tides(py: Python<'_>, table: Py<PyAny>, hours: Vec<u64>) -> Vec<u64> {
    py.detach(|| {
        hours
            .par_iter()
            .map(|hour| {
                Python::attach(|py| table.call1(py, (*hour,)).unwrap().extract(py).unwrap())
            })
            .collect()
    })
}

/// Python comes only when the threads are done.
#[pyfunction]
fn squares(hours: Vec<u64>) -> Vec<Py<PyInt>> {
    hours
        .par_iter()
        .map(|hour| hour * hour)
        .collect::<Vec<u64>>()
        .into_iter()
        .map(|square| Python::attach(|py| PyInt::new(py, square).unbind()))
        .collect()
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(tides, module)?)?;
    module.add_function(wrap_pyfunction!(squares, module)?)
}
