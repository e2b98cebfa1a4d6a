#[test]
fn doubles() {
    assert_eq!(extension::double(2), 4);
}
