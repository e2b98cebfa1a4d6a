use pyo3::prelude::*;

type Hook = Box<dyn Fn(u64) + Send + Sync>;

#[derive(Default)]
struct Stack {
    on_push: Option<Hook>,
    on_log: Option<Hook>,
    items: Vec<u64>,
}

impl Stack {
    fn log(&mut self, hook: impl Fn(u64) + Send + Sync + 'static) {
        self.on_log = Some(Box::new(hook));
    }

    fn push(&mut self, item: u64) {
        self.items.push(item);
        for hook in self.on_push.iter().chain(self.on_log.iter()) {
            hook(item);
        }
    }
}

#[pyclass]
struct Counter(Stack);

#[pymethods]
impl Counter {
    #[new]
    fn new() -> Self {
        Counter(Stack::default())
    }

    /// Python runs when something is pushed, not here.
    fn set_on_push(&mut self, on_push: Py<PyAny>) {
        self.0.on_push = Some(Box::new(move |item| {
            Python::attach(|py| on_push.call1(py, (item,)).map(drop).unwrap_or_default());
        }));
    }

    fn log(&mut self, callback: Py<PyAny>) {
        self.0.log(move |item| {
            let _ = Python::attach(|py| callback.call1(py, (item,)));
        });
    }

    fn push(&mut self, item: u64) {
        self.0.push(item);
    }
}

#[pymodule]
fn counter(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Counter>()
}
