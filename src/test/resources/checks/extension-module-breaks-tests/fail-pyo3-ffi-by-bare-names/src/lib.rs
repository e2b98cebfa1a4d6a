use pyo3_ffi::*;

pub fn truth() -> *mut PyObject {
    unsafe { Py_True() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn truth_is_there() {
        unsafe {
            Py_Initialize();
            assert!(!truth().is_null());
        }
    }
}
