use pyo3::prelude::*;

#[pyfunction]
fn area(width: u32, height: u32) -> u32 {
    width * height
}

#[pymodule]
fn lattice(_py: Python<'_>, m: &Bound<'_, PyModule>) -> PyResult<()> {
    let shapes = PyModule::new(_py, "shapes")?;
    shapes.add_function(wrap_pyfunction!(area, m)?)?;
    m.add_submodule(&shapes)?;
    Ok(())
}
