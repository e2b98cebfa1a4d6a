pub use tides::harbour;
