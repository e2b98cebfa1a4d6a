use pyo3::prelude::*;
use std::io::{self, BufRead};

#[pyfunction]
fn guess(secret: u32) -> u32 {
    let mut tries = 0;
    loop {
        let mut line = String::new();
        io::stdin().read_line(&mut line).expect("standard input");
        tries += 1;
        if line.trim().parse() == Ok(secret) {
            return tries;
        }
    }
}

#[pyfunction]
fn answer() -> String {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).expect("standard input");
    line
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{answer, guess};
}
