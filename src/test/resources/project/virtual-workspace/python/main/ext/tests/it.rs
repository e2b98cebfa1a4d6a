#[test]
fn answers() {
    assert_eq!(core::answer(), 42);
}
