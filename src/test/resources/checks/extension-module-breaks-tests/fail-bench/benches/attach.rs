use pyo3::prelude::*;
use std::time::Instant;

fn attach_often() {
    for _ in 0..1000 {
        Python::with_gil(|_| ());
    }
}

fn main() {
    let start = Instant::now();
    attach_often();
    println!("{:?}", start.elapsed());
}
