use pyo3::prelude::*;

use std::path::PathBuf;

#[pyclass(eq, eq_int, from_py_object)]
#[derive(Clone, Copy, PartialEq)]
enum Binding {
    Paper,
    Cloth,
}

#[pyclass(frozen, skip_from_py_object)]
#[derive(Clone)]
struct Isbn {
    #[pyo3(get)]
    digits: String,
}

#[pyclass(get_all)]
struct Book {
    title: String,
    file: PathBuf,
    pages: u32,
    in_print: bool,
    price: Option<f64>,
    size: (u32, u32),
    cover: Vec<u8>,
    binding: Binding,
    isbn: Isbn,
}

#[pymethods]
impl Book {
    #[new]
    fn new(title: String) -> Self {
        Self {
            file: PathBuf::from(&title),
            isbn: Isbn { digits: title.clone() },
            title,
            pages: 1,
            in_print: true,
            price: None,
            size: (1, 2),
            cover: vec![1],
            binding: if true { Binding::Cloth } else { Binding::Paper },
        }
    }
}

#[pymodule]
fn book(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Book>()?;
    Ok(())
}
