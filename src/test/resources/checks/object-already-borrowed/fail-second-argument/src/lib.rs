use pyo3::prelude::*;

#[pyclass(from_py_object)]
#[derive(Clone)]
struct Tally {
    #[pyo3(get)]
    count: u64,
}

#[pymethods]
impl Tally {
    #[new]
    fn new(count: u64) -> Self {
        Tally { count }
    }

    fn add(&mut self, other: &Tally) {
        self.count += other.count;
    }

    fn merge(&mut self, other: PyRef<'_, Self>) {
        self.count += other.count;
    }

    /// With itself: `TypeError: unsupported operand type(s)`.
    fn __iadd__(&mut self, other: &Tally) {
        self.count += other.count;
    }

    fn take(&mut self, other: Tally) {
        self.count += other.count;
    }
}

#[pyfunction]
fn swap(left: &mut Tally, mut right: PyRefMut<'_, Tally>) {
    std::mem::swap(&mut left.count, &mut right.count);
}

#[pymodule]
mod tally {
    #[pymodule_export]
    use super::{swap, Tally};
}
