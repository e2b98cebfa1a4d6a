use pyo3::prelude::*;
use std::hint::black_box;

/// It halves what is left in each turn.
fn first_above(depths: &[u64], limit: u64, mut low: usize, mut high: usize) -> usize {
    while low < high {
        let middle = (low + high) / 2;
        if depths[middle] < limit {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// It doubles.
fn power_above(limit: u64) -> u64 {
    let mut power = 1;
    while power <= limit {
        power *= 2;
    }
    power
}

/// What is marked bounds it.
fn marked(marks: &mut [bool], count: usize) {
    let mut at = 0;
    while at < count {
        marks[at] = true;
        at += 1;
    }
}

/// What is filled bounds it, by an index that the turn's number is a part of.
fn filled(pixels: &mut [u8], count: usize) {
    for number in 0..count {
        let row = number / 4;
        let mut at = row * 3;
        at += 1;
        pixels[at] = 255;
    }
}

/// Another number ends it than the one that Python hands in.
fn settled(count: u64) -> u64 {
    let mut at = 0;
    let mut rest = count;
    while at < rest {
        rest /= 2;
        at += 1;
    }
    at
}

/// What the range holds takes memory, or no time.
fn steps(count: u64) -> (Vec<u64>, u64) {
    ((0..count).map(|step| black_box(step)).collect(), (0..count).sum())
}

/// What is found ends it.
fn next_multiple(of: u64, from: u64) -> Option<u64> {
    for number in from.. {
        if number % of == 0 {
            return Some(number);
        }
    }
    (from..).find(|number| number % of == 0)
}

/// The shorter of two ends it, or something else than the number.
fn numbered(names: &[String], most: u64) -> u64 {
    let few = (0..most).map(|number| number ^ 7).take(3).fold(0, |sum, one| sum ^ one);
    let small = (0..most).take_while(|number| *number < 9).fold(0, |sum, one| sum ^ one);
    few + small + (0..most).zip(names).map(|(number, _)| number).fold(0, |sum, one| sum ^ one)
        + (0..).zip(names).map(|(number, name)| number ^ name.len() as u64).fold(0, |sum, one| sum ^ one)
}

#[pyfunction]
fn depth(depths: Vec<u64>, limit: u64, low: usize, high: usize) -> u64 {
    let mut marks = vec![false; depths.len()];
    let mut pixels = vec![0; depths.len()];
    marked(&mut marks, high);
    filled(&mut pixels, high);
    let (all, sum) = steps(limit);
    first_above(&depths, limit, low, high) as u64
        + power_above(limit)
        + settled(limit)
        + next_multiple(limit, limit).unwrap_or(0)
        + all.len() as u64
        + sum
}

#[pyfunction]
fn register(names: Vec<String>, most: u64) -> u64 {
    numbered(&names, most)
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{depth, register};
}
