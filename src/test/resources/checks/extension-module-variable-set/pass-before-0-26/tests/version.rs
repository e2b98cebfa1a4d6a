use extension::version;

#[test]
fn python_has_a_version() {
    assert!(version().starts_with('3'));
}
