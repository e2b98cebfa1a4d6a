fn main() {
    println!("{}", lattice::area(2, 3));
}
