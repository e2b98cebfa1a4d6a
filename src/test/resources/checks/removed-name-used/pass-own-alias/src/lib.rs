mod names;
mod ships;

use pyo3::prelude::*;

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(ships::keep, m)?)
}
