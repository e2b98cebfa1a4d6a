use pyo3::ffi;

#[no_mangle]
#[allow(non_snake_case)]
pub unsafe extern "C" fn PyInit_harbour() -> *mut ffi::PyObject {
    std::ptr::null_mut()
}
