use std::fs;

fn main() {
    fs::create_dir_all("harbour").unwrap();
    fs::write("harbour/__init__.py", "from ._core import tide\n").unwrap();
}
