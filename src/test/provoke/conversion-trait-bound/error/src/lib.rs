use pyo3::prelude::*;

#[derive(Debug)]
struct Crooked;

fn straight(width: u32) -> Result<u32, Crooked> {
    if width % 2 == 0 { Ok(width) } else { Err(Crooked) }
}

#[pyfunction]
fn half(width: u32) -> PyResult<u32> {
    Ok(straight(width)? / 2)
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(half, m)?)?;
    Ok(())
}
