use pyo3::prelude::*;
use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex};

#[pyclass]
struct Chart {
    notes: Arc<Mutex<RefCell<Vec<String>>>>,
    news: Mutex<Receiver<Cell<u32>>>,
    answers: Sender<u32>,
    raw: AtomicPtr<u32>,
    free: fn(*mut u32),
    owner: Py<PyAny>,
    watcher: Box<dyn Fn(u32) + Send + Sync>,
    unit: PhantomData<fn() -> std::rc::Rc<u8>>,
}

#[pymethods]
impl Chart {
    fn read(&self, py: Python<'_>) -> usize {
        (self.watcher)(1);
        let _ = self.answers.send(1);
        if let Ok(news) = self.news.lock() {
            let _ = news.try_recv();
        }
        (self.free)(self.raw.load(Ordering::Relaxed));
        let PhantomData = self.unit;
        let notes = self.notes.lock().map(|notes| notes.borrow().len()).unwrap_or(0);
        notes + self.owner.bind(py).len().unwrap_or(0)
    }
}

#[pymodule]
fn harbour(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Chart>()
}
