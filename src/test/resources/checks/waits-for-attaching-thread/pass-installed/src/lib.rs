use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

struct Horn {
    loud: bool,
}

impl Horn {
    fn install(self) -> Result<(), String> {
        if self.loud { Ok(()) } else { Err("too low".into()) }
    }
}

fn raised(py: Python<'_>, why: String) -> PyErr {
    let error = PyValueError::new_err(why);
    error.set_cause(py, None);
    error
}

/// Nothing is handed to another thread.
#[pyfunction]
fn blow(py: Python<'_>, loud: bool) -> PyResult<()> {
    Horn { loud }.install().map_err(|why| raised(py, why))
}

/// The pool has done its work by the time Python is needed.
#[pyfunction]
fn count(py: Python<'_>, ships: u64) -> PyResult<u64> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    pool.install(|| ships.checked_mul(2).ok_or_else(|| "too many".to_string()))
        .map_err(|why| raised(py, why))
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{blow, count};
}
