fn main() {
    println!("{}", harbour::tide(2));
}
