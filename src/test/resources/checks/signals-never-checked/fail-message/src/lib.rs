use pyo3::prelude::*;
use std::sync::mpsc::{channel, Receiver, Sender};
use std::sync::Mutex;

#[pyclass(frozen)]
struct Mailbox {
    _sender: Mutex<Sender<u64>>,
    receiver: Mutex<Receiver<u64>>,
}

#[pymethods]
impl Mailbox {
    #[new]
    fn new() -> Self {
        let (sender, receiver) = channel();
        Mailbox {
            _sender: Mutex::new(sender),
            receiver: Mutex::new(receiver),
        }
    }

    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> Option<u64> {
        py.allow_threads(|| {
            let receiver = self.receiver.lock().unwrap();
            receiver.recv().ok()
        })
    }
}

#[pymodule]
fn mailbox(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Mailbox>()
}
