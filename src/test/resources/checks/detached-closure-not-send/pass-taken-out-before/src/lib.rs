use pyo3::prelude::*;

#[pyclass]
struct Chart {
    depths: Vec<u32>,
}

#[pymethods]
impl Chart {
    fn deepest(slf: PyRef<'_, Self>, py: Python<'_>) -> Option<u32> {
        let this = &*slf;
        py.detach(|| this.depths.iter().max().copied())
    }
}

#[pyfunction]
fn tide(py: Python<'_>, hours: Bound<'_, PyAny>) -> PyResult<u64> {
    let hours: Vec<u64> = hours.extract()?;
    Ok(py.detach(move || hours.iter().sum::<u64>() * 6))
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(tide, m)?)
}
