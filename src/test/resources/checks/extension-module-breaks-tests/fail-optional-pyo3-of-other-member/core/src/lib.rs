pub fn double(n: u32) -> u32 {
    2 * n
}

#[cfg(feature = "python")]
pub fn version() -> String {
    pyo3::Python::attach(|py| py.version().to_string())
}

#[cfg(test)]
mod tests {
    #[test]
    fn doubles() {
        assert_eq!(super::double(2), 4);
    }
}
