#[test]
fn six_has_a_half() {
    assert_eq!(pure_targets::half(6), Some(3));
}
