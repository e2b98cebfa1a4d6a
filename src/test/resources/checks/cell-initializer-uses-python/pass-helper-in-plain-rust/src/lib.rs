use pyo3::prelude::*;
use std::sync::OnceLock;

static WORDS: OnceLock<Vec<String>> = OnceLock::new();
static ANSWER: OnceLock<u64> = OnceLock::new();

fn words() -> Vec<String> {
    vec!["quay".to_string(), "mole".to_string()]
}

fn ask(callback: &Bound<'_, PyAny>) -> u64 {
    callback.call0().and_then(|answer| answer.extract()).unwrap_or(0)
}

#[pyfunction]
fn count(_py: Python<'_>) -> usize {
    WORDS.get_or_init(words).len()
}

/// It asks before the cell is filled.
#[pyfunction]
fn answer(callback: &Bound<'_, PyAny>) -> u64 {
    let answer = ask(callback);
    *ANSWER.get_or_init(|| answer)
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{answer, count};
}
