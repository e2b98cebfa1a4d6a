use pyo3::prelude::*;

#[pymodule]
fn harbour(_m: &Bound<'_, PyModule>) -> PyResult<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use pyo3::prelude::*;

    #[test]
    fn attaches() {
        Python::initialize();
        Python::attach(|py| assert!(py.version().len() > 1));
    }
}
