use std::cell::*;

pub struct Layer<T> {
    #[allow(dead_code)]
    name: T,
    soundings: Soundings,
}

pub enum Soundings {
    #[allow(dead_code)]
    None,
    Some { last: Cell<u32> },
}

impl<T> Layer<T> {
    pub fn deepest(&self) -> u32 {
        match &self.soundings {
            Soundings::None => 0,
            Soundings::Some { last } => last.get(),
        }
    }
}
