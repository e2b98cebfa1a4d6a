use pyo3::prelude::*;

fn main() {
    Python::with_gil(|py| println!("{}", py.version()));
}
