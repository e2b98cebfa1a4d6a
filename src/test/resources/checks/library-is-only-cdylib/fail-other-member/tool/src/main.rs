use arithmetic::double;

fn main() {
    println!("{}", double(21));
}
