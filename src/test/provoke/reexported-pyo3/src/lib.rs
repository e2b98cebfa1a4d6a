use scaffold::pyo3::prelude::*;

#[pyclass]
struct Grid {
    #[pyo3(get)]
    width: u32,
}
