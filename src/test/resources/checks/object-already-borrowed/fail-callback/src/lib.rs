use pyo3::prelude::*;

#[pyclass]
struct Counter {
    #[pyo3(get)]
    value: u64,
    listeners: Vec<Py<PyAny>>,
    audit: Option<PyObject>,
}

#[pymethods]
impl Counter {
    #[new]
    fn new() -> Self {
        Counter {
            value: 0,
            listeners: Vec::new(),
            audit: None,
        }
    }

    fn listen(&mut self, listener: Py<PyAny>) {
        self.listeners.push(listener);
    }

    fn set_audit(&mut self, audit: PyObject) {
        self.audit = Some(audit);
    }

    fn each(&mut self, times: u64, callback: &Bound<'_, PyAny>) -> PyResult<()> {
        for _ in 0..times {
            self.value += 1;
            callback.call1((self.value,))?;
        }
        Ok(())
    }

    fn add(&mut self, py: Python<'_>, amount: u64) -> PyResult<()> {
        self.value += amount;
        for listener in &self.listeners {
            listener.call1(py, (amount,))?;
        }
        Ok(())
    }

    fn close(mut slf: PyRefMut<'_, Self>, py: Python<'_>) -> PyResult<()> {
        slf.value = 0;
        if let Some(audit) = &slf.audit {
            audit.bind(py).call0()?;
        }
        Ok(())
    }
}

#[pymodule]
fn counter(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Counter>()
}
