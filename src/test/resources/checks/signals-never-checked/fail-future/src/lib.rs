mod depot_api;
mod runtime;

use pyo3::prelude::*;

#[pymodule]
mod depot {
    #[pymodule_export]
    use super::depot_api::{arrival, Depot};
}
