use pyo3::prelude::*;

#[pyfunction]
fn tide(hour: u32) -> u32 {
    harbour_core::tide(hour)
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::tide;
}
