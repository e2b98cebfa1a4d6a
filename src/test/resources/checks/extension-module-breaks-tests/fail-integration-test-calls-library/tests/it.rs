#[test]
fn squares_are_summed() {
    assert_eq!(calls_library::sum_of_squares(&[1, 2, 3]), 14);
}
