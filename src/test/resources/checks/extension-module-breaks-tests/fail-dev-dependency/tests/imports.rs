use dev_dependency::is_known;

#[test]
fn sys_is_known() {
    assert!(is_known("sys").unwrap());
}
