use pyo3::prelude::*;

#[pyfunction]
fn tide(hour: u32) -> u32 {
    hour % 12
}

#[pymodule]
fn low(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}

#[pymodule]
#[pyo3(name = "high")]
fn high_water(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}

#[cfg(test)]
mod tests {
    use pyo3::prelude::*;

    #[pymodule]
    fn harbour(_m: &Bound<'_, PyModule>) -> PyResult<()> {
        Ok(())
    }
}
