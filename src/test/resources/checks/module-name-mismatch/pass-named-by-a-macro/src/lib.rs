use pyo3::prelude::*;

#[pyfunction]
fn tide(hour: u32) -> u32 {
    hour % 12
}

macro_rules! export {
    ($name:ident) => {
        #[pymodule]
        fn $name(m: &Bound<'_, PyModule>) -> PyResult<()> {
            m.add_function(wrap_pyfunction!(tide, m)?)
        }
    };
}

export!(harbour);
