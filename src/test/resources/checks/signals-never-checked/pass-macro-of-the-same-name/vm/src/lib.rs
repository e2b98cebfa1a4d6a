use derive::pyfunction;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

#[pyfunction]
pub fn start_thread() {
    let started = Arc::new((Mutex::new(false), Condvar::new()));
    let theirs = Arc::clone(&started);
    thread::spawn(move || {
        *theirs.0.lock().unwrap() = true;
        theirs.1.notify_all();
    });
    let (lock, told) = &*started;
    let mut there = lock.lock().unwrap();
    while !*there {
        let (guard, _) = told.wait_timeout(there, Duration::from_millis(1)).unwrap();
        there = guard;
    }
}
