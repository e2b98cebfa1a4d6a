mod arrivals;

use pyo3::prelude::*;

#[pyfunction]
fn arrival(py: Python<'_>, seconds: u64) -> u64 {
    py.detach(|| arrivals::wait_for_train(seconds))
}

#[pymodule]
fn yard(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(arrival, m)?)
}
