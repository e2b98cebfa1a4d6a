#[cfg(test)]
mod tests {
    #[test]
    #[cfg(feature = "embedding")]
    fn attaches() {
        pyo3::Python::attach(|py| assert!(!py.version().is_empty()));
    }
}
