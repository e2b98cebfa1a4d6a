fn main() {
    for name in harbour::python::names() {
        println!("def {name}(): ...");
    }
}
