pub fn tide() -> u32 {
    1
}
