# Tests and examples of a library that is only a cdylib.

with_python 3.11
for release in 0.20.3 0.29.2; do
    in_release "$release"
    keep "$release-cargo-test" "crate=lattice file=tests/area.rs:1" cargo test --test area
    keep "$release-cargo-run-example" "crate=lattice file=examples/plan.rs:2" cargo run --example plan
done

toolchain=1.63.0
in_release 0.17.3
with_rust "$toolchain"
keep "0.17.3-rustc-$toolchain-cargo-test" "crate=lattice file=tests/area.rs:1" cargo "+$toolchain" test --offline --test area
