fn main() {
    println!("{}", extension::version());
}
