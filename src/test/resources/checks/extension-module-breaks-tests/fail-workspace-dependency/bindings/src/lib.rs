use python::prelude::*;

pub fn version() -> String {
    Python::attach(|py| py.version().to_owned())
}

#[test]
fn python_has_a_version() {
    assert!(version().starts_with('3'));
}
