use pyo3::prelude::*;

struct Shelf(Vec<String>);

impl Shelf {
    fn join(&self) -> String {
        self.0.concat()
    }
}

#[pyfunction]
fn label(parts: Vec<String>) -> String {
    let shelf = Shelf(parts);
    shelf.join()
}

#[pymodule]
mod kiln {
    #[pymodule_export]
    use super::label;
}
