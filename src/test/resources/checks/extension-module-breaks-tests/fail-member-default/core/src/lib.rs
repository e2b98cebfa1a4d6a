pub fn double(x: i64) -> i64 {
    2 * x
}

#[cfg(feature = "python")]
pub use pyo3;
