mod doubler;

fn main() {
    println!("{}", doubler::double(21));
}
