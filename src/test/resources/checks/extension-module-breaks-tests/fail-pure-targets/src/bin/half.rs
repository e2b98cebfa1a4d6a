fn main() {
    println!("{:?}", pure_targets::half(6));
}
