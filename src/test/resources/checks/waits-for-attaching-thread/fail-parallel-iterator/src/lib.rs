use pyo3::prelude::*;
use rayon::prelude::*;

#[pyfunction]
fn tides(py: Python<'_>, table: Py<PyAny>, hours: Vec<u64>) -> Vec<u64> {
    let heights: Vec<u64> = hours
        .par_iter()
        .map(|hour| Python::attach(|py| table.call1(py, (*hour,)).unwrap().extract(py).unwrap()))
        .collect();
    drop(table.bind(py));
    heights
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(tides, module)?)
}
