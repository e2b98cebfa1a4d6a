use pyo3::prelude::*;
use std::sync::OnceLock;

static SIGNAL: OnceLock<bool> = OnceLock::new();

fn hoist() -> i32 {
    -1
}

#[pyfunction]
fn signal(py: Python<'_>) -> bool {
    *SIGNAL.get_or_init(|| {
        let hoisted = hoist() == 0;
        if !hoisted {
            drop(PyErr::take(py));
        }
        hoisted
    })
}

#[pyfunction]
fn is_hoisted(_py: Python<'_>) -> bool {
    SIGNAL.get() == Some(&true)
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{is_hoisted, signal};
}
