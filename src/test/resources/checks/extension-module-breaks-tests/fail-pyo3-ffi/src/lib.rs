use pyo3_ffi as ffi;

pub fn truth() -> *mut ffi::PyObject {
    unsafe { ffi::Py_True() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn python_starts() {
        unsafe {
            super::ffi::Py_Initialize();
            assert_eq!(super::ffi::Py_IsInitialized(), 1);
        }
    }
}
