use pyo3::prelude::*;

#[pyclass]
struct Ledger {
    lines: Vec<String>,
}

#[pymethods]
impl Ledger {
    #[new]
    fn new() -> Self {
        Ledger {
            lines: vec!["opened".to_owned()],
        }
    }

    fn repeat(slf: &Bound<'_, Self>) {
        let mut this = slf.borrow_mut();
        let last = slf.borrow().lines.last().cloned();
        this.lines.extend(last);
    }

    fn double(slf: Py<Self>, py: Python<'_>) {
        let this = slf.borrow_mut(py);
        for line in &this.lines {
            slf.borrow_mut(py).lines.push(line.clone());
        }
    }
}

#[pymodule]
mod ledger {
    #[pymodule_export]
    use super::Ledger;
}
