use pyo3::prelude::*;

pub trait TokenExt {
    fn allow_threads<T: Send, F: Send + FnOnce() -> T>(self, f: F) -> T;
}

impl TokenExt for Python<'_> {
    fn allow_threads<T: Send, F: Send + FnOnce() -> T>(self, f: F) -> T {
        self.detach(f)
    }
}
