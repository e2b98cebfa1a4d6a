use pyo3::prelude::*;

#[test]
fn a_depth_is_a_float() {
    pyo3::prepare_freethreaded_python();
    Python::with_gil(|py| {
        assert!(soundings::soundings(&PyModule::new(py, "soundings").unwrap()).is_ok());
    });
}
