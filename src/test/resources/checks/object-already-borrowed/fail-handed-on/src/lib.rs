use pyo3::prelude::*;

#[pyclass]
struct Form {
    #[pyo3(get)]
    name: String,
}

#[pymethods]
impl Form {
    #[new]
    fn new() -> Self {
        Form {
            name: String::new(),
        }
    }

    fn rename(slf: &Bound<'_, Self>, name: String, check: &Bound<'_, PyAny>) -> PyResult<()> {
        let mut this = slf.borrow_mut();
        this.name = name;
        check.call1((slf,))?;
        Ok(())
    }
}

#[pymodule]
mod form {
    #[pymodule_export]
    use super::Form;
}
