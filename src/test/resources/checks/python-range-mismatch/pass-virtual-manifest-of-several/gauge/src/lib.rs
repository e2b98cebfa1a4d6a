use pyo3::prelude::*;

#[pyfunction]
fn tide(hour: u32) -> u32 {
    hour + 1
}

#[pymodule]
mod gauge {
    #[pymodule_export]
    use super::tide;
}
