use pyo3::prelude::*;

#[pymodule]
mod extension {
    #[pymodule_export]
    use super::double;
}

#[pyfunction]
fn double(n: u32) -> u32 {
    core_logic::double(n)
}
