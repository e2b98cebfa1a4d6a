use std::sync::{Condvar, Mutex};
use std::time::Duration;

use crate::tower::Bells;

/// Wakes up to look for bells that are due, and has nothing to ring in most turns.
pub fn ring_until_stopped(bells: &Bells) {
    let stopped = Mutex::new(false);
    let woken = Condvar::new();
    loop {
        let guard = stopped.lock().unwrap();
        if *guard {
            return;
        }
        for bell in bells.due() {
            bells.ring_once(bell);
        }
        let _ = woken.wait_timeout(guard, Duration::from_millis(200));
    }
}
