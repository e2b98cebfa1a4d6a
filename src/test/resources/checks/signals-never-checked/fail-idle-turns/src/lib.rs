mod ringing;
mod tower;

use pyo3::prelude::*;

use tower::Bells;

/// Rings until it is told to stop.
#[pyfunction]
fn ring(py: Python<'_>, strike: Py<PyAny>) {
    let bells = Bells::new(strike);
    py.detach(|| ringing::ring_until_stopped(&bells));
}

#[pymodule]
fn bells(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(ring, m)?)
}
