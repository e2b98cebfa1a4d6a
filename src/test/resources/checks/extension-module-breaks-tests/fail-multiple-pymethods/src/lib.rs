use pyo3::prelude::*;

#[pyclass]
pub struct Counter {
    count: u32,
}

#[pymethods]
impl Counter {
    fn next(&mut self) -> u32 {
        self.count = next(self.count);
        self.count
    }
}

pub fn next(count: u32) -> u32 {
    count + 1
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_follows_zero() {
        assert_eq!(super::next(0), 1);
    }
}
