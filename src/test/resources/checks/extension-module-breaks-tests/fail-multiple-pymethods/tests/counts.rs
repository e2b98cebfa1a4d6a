#[test]
fn two_follows_one() {
    assert_eq!(several_blocks::next(1), 2);
}
