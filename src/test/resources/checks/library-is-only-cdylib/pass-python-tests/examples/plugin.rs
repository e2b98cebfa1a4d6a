pub fn plugin() {}
