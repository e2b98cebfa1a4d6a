use pyo3::prelude::*;

fn main() {
    Python::attach(|py| println!("{}", py.version()));
}
