use pyo3::prelude::*;
use std::sync::{Mutex, OnceLock};

/// A constant of Python's module `signal`, looked up when it is first needed.
struct Constant(&'static str, OnceLock<i32>);

struct Count(Mutex<u32>);

impl Constant {
    fn get(&self) -> i32 {
        *self.1.get_or_init(|| {
            Python::with_gil(|py| {
                py.import("signal").and_then(|module| module.getattr(self.0)?.extract()).unwrap_or(0)
            })
        })
    }
}

static INTERRUPT: Constant = Constant("SIGINT", OnceLock::new());
static CALLS: Count = Count(Mutex::new(0));

#[pyfunction]
fn interrupt() -> i32 {
    *CALLS.0.lock().unwrap() += 1;
    INTERRUPT.get()
}

#[pymodule]
fn harbour(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(interrupt, module)?)
}
