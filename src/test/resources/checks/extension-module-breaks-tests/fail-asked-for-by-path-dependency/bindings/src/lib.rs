#[cfg(feature = "python")]
pub use pyo3;
