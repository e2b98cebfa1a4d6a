pub fn exec(order: &str) -> usize {
    order.len()
}
