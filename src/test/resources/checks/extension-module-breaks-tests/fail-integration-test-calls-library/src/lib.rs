use pyo3::prelude::*;

pub fn sum_of_squares(values: &[i64]) -> i64 {
    evaluate(&format!("sum(x * x for x in {values:?})"))
}

fn evaluate(expression: &str) -> i64 {
    Python::with_gil(|py| {
        py.eval_bound(expression, None, None)
            .unwrap()
            .extract()
            .unwrap()
    })
}
