pub mod pure {
    pub fn parse(text: &str) -> Option<i64> {
        text.parse().ok()
    }
}

pub mod python {
    use pyo3::prelude::*;

    pub fn parse(text: &Bound<'_, PyAny>) -> PyResult<i64> {
        text.extract()
    }
}
