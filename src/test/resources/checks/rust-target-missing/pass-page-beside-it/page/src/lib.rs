pub fn title() -> &'static str { "Harbour" }
