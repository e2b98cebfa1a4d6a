#[test]
fn needs_no_library() {
    assert_eq!(2 * 2, 4);
}
