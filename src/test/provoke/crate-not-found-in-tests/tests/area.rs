use lattice::area;

#[test]
fn area_is_width_times_height() {
    assert_eq!(area(2, 3), 6);
}
