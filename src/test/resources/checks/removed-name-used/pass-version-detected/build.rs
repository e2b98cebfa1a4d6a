fn main() {
    println!("cargo::rustc-check-cfg=cfg(pyo3_before_0_26)");
    println!("cargo::rerun-if-changed=build.rs");
}
