use pyo3::prelude::*;

#[pyfunction]
fn tide(hour: u32) -> u32 {
    hour % 12
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::tide;
}

#[cfg(test)]
mod tests {
    #[test]
    fn twelve_is_none() {
        assert_eq!(super::tide(12), 0);
    }
}
