use pyo3_ffi::*;
use std::os::raw::{c_char, c_int, c_void};
use std::ptr::{addr_of_mut, null_mut};
use std::sync::OnceLock;

static SLOW: OnceLock<bool> = OnceLock::new();

static mut SLOTS: [PyModuleDef_Slot; 2] = [
    PyModuleDef_Slot { slot: Py_mod_exec, value: execute as *mut c_void },
    PyModuleDef_Slot { slot: 0, value: null_mut() },
];

static mut MODULE: PyModuleDef = PyModuleDef {
    m_base: PyModuleDef_HEAD_INIT,
    m_name: c"harbour".as_ptr(),
    m_doc: null_mut::<c_char>(),
    m_size: 0,
    m_methods: null_mut(),
    m_slots: addr_of_mut!(SLOTS).cast(),
    m_traverse: None,
    m_clear: None,
    m_free: None,
};

fn has_module() -> bool {
    let module = unsafe { PyImport_ImportModule(c"slow".as_ptr()) };
    !module.is_null()
}

/// Python runs it while it imports the module, in one thread at a time.
unsafe extern "C" fn execute(_module: *mut PyObject) -> c_int {
    SLOW.get_or_init(has_module);
    0
}

#[allow(non_snake_case)]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn PyInit_harbour() -> *mut PyObject {
    unsafe { PyModuleDef_Init(addr_of_mut!(MODULE)) }
}
