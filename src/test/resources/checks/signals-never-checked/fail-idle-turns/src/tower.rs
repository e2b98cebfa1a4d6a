use pyo3::prelude::*;

pub struct Bells {
    strike: Py<PyAny>,
}

impl Bells {
    pub fn new(strike: Py<PyAny>) -> Self {
        Bells { strike }
    }

    pub fn due(&self) -> Vec<u32> {
        Vec::new()
    }

    pub fn ring_once(&self, bell: u32) {
        Python::attach(|py| {
            let _ = self.strike.call1(py, (bell,));
        });
    }
}
