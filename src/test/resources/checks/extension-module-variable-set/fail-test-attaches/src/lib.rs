pub fn version() -> String {
    pyo3::Python::attach(|py| py.version().to_owned())
}
