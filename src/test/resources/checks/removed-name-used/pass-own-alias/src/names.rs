pub type PyObject = pyo3::Py<pyo3::PyAny>;
