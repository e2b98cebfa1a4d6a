use bindings::pyo3::Python;

fn main() {
    Python::initialize();
    Python::attach(|py| println!("{}", py.version()));
}
