use pyo3::prelude::*;

#[pyclass]
struct Tides {
    hours: u64,
}

#[pymethods]
impl Tides {
    #[new]
    #[pyo3(signature = (hours = 6), text_signature = "(hours=6)")]
    fn new(hours: u64) -> Self {
        Tides { hours }
    }

    #[getter]
    #[pyo3(name = "turn")]
    fn hours(&self) -> u64 {
        self.hours
    }

    fn __call__(&self) -> u64 {
        self.hours
    }
}

#[pyfunction]
#[pyo3(name = "tide", text_signature = "(hours)")]
#[doc = "When the tide turns."]
fn turn(hours: u64) -> u64 {
    hours * 6
}

#[pymodule]
fn harbour(_py: Python<'_>, m: &PyModule) -> PyResult<()> {
    m.add_class::<Tides>()?;
    m.add_function(wrap_pyfunction!(turn, m)?)
}
