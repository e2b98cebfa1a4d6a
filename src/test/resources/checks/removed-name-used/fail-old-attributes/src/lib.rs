use pyo3::prelude::*;
use pyo3::PyIterProtocol;

#[pyclass]
struct Tides {
    hours: u64,
}

#[pymethods]
impl Tides {
    #[new]
    #[args(hours = "6")]
    fn new(hours: u64) -> Self {
        Tides { hours }
    }

    #[call]
    fn ask(&self) -> u64 {
        self.hours
    }
}

#[pyproto]
impl PyIterProtocol for Tides {
    fn __iter__(slf: PyRef<Self>) -> Py<Tides> {
        slf.into()
    }
}

#[pyfunction]
#[text_signature = "(hours)"]
fn tide(hours: u64) -> u64 {
    hours * 6
}

#[pymodule]
fn harbour(_py: Python<'_>, m: &PyModule) -> PyResult<()> {
    m.add_class::<Tides>()?;
    m.add_function(wrap_pyfunction!(tide, m)?)
}
