use pyo3::prelude::*;

trait Timed {
    fn allow_threads<T>(&self, f: impl FnOnce() -> T) -> T;
}

impl Timed for Python<'_> {
    fn allow_threads<T>(&self, f: impl FnOnce() -> T) -> T {
        f()
    }
}

#[pyfunction]
fn tide(py: Python<'_>, hours: Bound<'_, PyAny>) -> PyResult<u64> {
    py.allow_threads(|| hours.extract::<u64>())
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
