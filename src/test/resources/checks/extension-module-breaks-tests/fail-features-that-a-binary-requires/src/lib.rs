#[cfg(feature = "python")]
pub mod python;

pub fn tide(hours: u64) -> u64 {
    hours * 6
}
