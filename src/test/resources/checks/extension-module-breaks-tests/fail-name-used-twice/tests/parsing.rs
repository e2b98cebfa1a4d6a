#[test]
fn a_number_is_parsed() {
    assert_eq!(name_used_twice::pure::parse("7"), Some(7));
}
