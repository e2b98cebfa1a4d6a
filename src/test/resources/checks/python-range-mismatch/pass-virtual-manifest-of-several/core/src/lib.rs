pub fn tide(hour: u32) -> u32 { hour % 12 }
