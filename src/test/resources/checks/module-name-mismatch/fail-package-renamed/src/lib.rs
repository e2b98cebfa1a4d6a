use pyo3::prelude::*;

#[pyfunction]
fn tide(hour: u32) -> u32 {
    hour % 12
}

#[pymodule(name = "tides")]
mod harbour_tides {
    #[pymodule_export]
    use super::tide;
}
