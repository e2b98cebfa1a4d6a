pub use pyo3::Python;
