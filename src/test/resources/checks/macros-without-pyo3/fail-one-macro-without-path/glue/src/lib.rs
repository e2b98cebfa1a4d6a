pub use pyo3;
