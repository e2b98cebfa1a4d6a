use pyo3::prelude::*;

use pyo3::types::PyDict;

#[pyclass]
struct Berth {}

#[pymethods]
impl Berth {
    fn moor(&self, ship: &PyAny) -> bool {
        ship.is_none()
    }
}

#[pyfunction]
fn count(ships: &PyDict) -> usize {
    ships.len()
}

#[pymodule]
fn harbour(_py: Python<'_>, m: &PyModule) -> PyResult<()> {
    m.add_class::<Berth>()?;
    m.add_function(wrap_pyfunction!(count, m)?)
}
