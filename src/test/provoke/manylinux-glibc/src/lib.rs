use pyo3::prelude::*;
use std::ffi::{c_char, CStr};

extern "C" {
    // In glibc since 2.38.
    fn strlcpy(to: *mut c_char, from: *const c_char, size: usize) -> usize;
}

#[pyfunction]
fn short(text: &str) -> String {
    let from = std::ffi::CString::new(text).unwrap();
    let mut to = [0 as c_char; 8];
    unsafe {
        strlcpy(to.as_mut_ptr(), from.as_ptr(), to.len());
        CStr::from_ptr(to.as_ptr()).to_string_lossy().into_owned()
    }
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(short, m)?)?;
    Ok(())
}
