use pyo3::prelude::*;

#[pyclass(skip_from_py_object, eq)]
#[derive(Clone, PartialEq)]
struct Flag {
    #[pyo3(get)]
    country: String,
}

#[pymethods]
impl Flag {
    #[new]
    fn new(country: String) -> Self {
        Flag { country }
    }

    fn initial(&self) -> Option<char> {
        self.country.chars().next()
    }
}

#[pyclass]
struct Ship {
    #[pyo3(get)]
    flag: Flag,
}

#[pymethods]
impl Ship {
    #[new]
    fn new() -> Self {
        Ship { flag: Flag::new("Iceland".into()) }
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{Flag, Ship};
}
