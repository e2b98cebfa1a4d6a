use pyo3::prelude::*;

#[cfg(pyo3_before_0_26)]
fn attached<T>(f: impl for<'py> FnOnce(Python<'py>) -> T) -> T {
    Python::with_gil(f)
}

#[cfg(not(pyo3_before_0_26))]
fn attached<T>(f: impl for<'py> FnOnce(Python<'py>) -> T) -> T {
    Python::attach(f)
}

macro_rules! old_names {
    ($py:ident) => {
        $py.allow_threads(|| ())
    };
}

#[pyfunction]
fn tide(hours: u64) -> u64 {
    attached(|_| hours * 6)
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
