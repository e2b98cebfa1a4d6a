#[test]
fn attaches() {
    pyo3::Python::attach(|py| assert!(!py.version().is_empty()));
}
