pub fn fathoms(metres: f64) -> f64 {
    metres / 1.8288
}
