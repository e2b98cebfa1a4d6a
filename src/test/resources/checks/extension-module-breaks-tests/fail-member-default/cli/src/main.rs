use core_lib::pyo3::PyResult;

fn doubled(argument: &str) -> PyResult<i64> {
    Ok(core_lib::double(argument.parse()?))
}

fn main() {
    let argument = std::env::args().nth(1).unwrap_or_default();
    match doubled(&argument) {
        Ok(number) => println!("{number}"),
        Err(error) => eprintln!("{error}"),
    }
}
