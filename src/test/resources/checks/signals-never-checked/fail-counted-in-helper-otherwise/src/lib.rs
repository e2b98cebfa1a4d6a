use pyo3::prelude::*;
use rayon::prelude::*;
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};

fn rise(steps: u64) -> u64 {
    let (mut at, mut done) = (0, 0);
    while done < steps {
        at = black_box(at ^ done);
        done += 1;
    }
    at
}

fn sink(mut left: u64) -> u64 {
    let mut at = 0;
    while left > 0 {
        at = black_box(at ^ left);
        left -= 1;
    }
    at
}

fn drift(start: u64, steps: u64) -> u64 {
    let (mut at, mut done) = (start, 0);
    loop {
        if done == steps {
            break;
        }
        at = black_box(at ^ done);
        done += 1;
    }
    at
}

fn folded<T: From<u8>>(steps: usize) -> (usize, T) {
    let sum = (0..=steps - 1).map(|step| step * 3).fold(0, |sum, step| black_box(sum ^ step));
    (sum, T::from(7))
}

fn shared(steps: usize) -> u64 {
    let waves = AtomicU64::new(0);
    (0..steps as u64).into_par_iter().for_each(|step| {
        waves.fetch_max(black_box(step), Ordering::Relaxed);
    });
    waves.into_inner()
}

fn taken(steps: usize) -> u64 {
    (1u64..).map(|step| black_box(step * 3)).take(steps).fold(0, |sum, step| sum ^ step)
}

#[pyfunction]
fn tide(count: u64) -> u64 {
    rise(count) + sink(count)
}

#[pyclass]
struct Buoy {
    at: u64,
}

#[pymethods]
impl Buoy {
    #[new]
    fn new() -> Self {
        Buoy { at: 3 }
    }

    fn swing(&self, count: u64) -> u64 {
        let (sum, _) = folded::<u64>(count as usize);
        drift(self.at, count + 1) + sum as u64
    }

    fn toss(&self, count: usize) -> u64 {
        shared(count) + taken(count)
    }

    fn nod(&self, count: u64) -> u64 {
        let mut at = self.at;
        for step in 0..count as usize {
            at = black_box(at ^ step as u64);
        }
        at
    }
}

#[pymodule]
mod harbour {
    #[pymodule_export]
    use super::{Buoy, tide};
}
