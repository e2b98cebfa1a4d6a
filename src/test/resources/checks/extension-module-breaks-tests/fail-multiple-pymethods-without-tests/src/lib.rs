use pyo3::prelude::*;

#[pyclass]
struct Ship {
    crates: u32,
}

#[pymethods]
impl Ship {
    #[new]
    fn new() -> Self {
        Ship { crates: 0 }
    }
}

#[pymethods]
impl Ship {
    fn load(&mut self) -> u32 {
        self.crates += 1;
        self.crates
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::Ship;
}
