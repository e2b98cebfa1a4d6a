#[test]
fn needs_no_library() {
    assert_eq!(1 + 1, 2);
}
