use pyo3::prelude::*;
use std::sync::OnceLock;

fn version() -> (u8, u8) {
    static VERSION: OnceLock<(u8, u8)> = OnceLock::new();
    *VERSION.get_or_init(|| {
        Python::attach(|py| {
            let found = py.version_info();
            (found.major, found.minor)
        })
    })
}

#[pyfunction]
fn major() -> u8 {
    version().0
}

#[pyfunction]
fn minor() -> u8 {
    version().1
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{major, minor};
}
