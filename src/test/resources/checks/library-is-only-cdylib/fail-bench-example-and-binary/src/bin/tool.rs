fn main() {
    println!("{}", doubler::double(21));
}
