use pyo3::prelude::*;

#[pymodule(_tides)]
fn start(_py: Python, module: &PyModule) -> PyResult<()> {
    module.add("ebb", 3)
}
