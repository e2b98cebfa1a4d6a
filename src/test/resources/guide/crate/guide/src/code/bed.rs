fn main() {
    // ANCHOR: height
    let height = 80;
    // ANCHOR_END: height
}
