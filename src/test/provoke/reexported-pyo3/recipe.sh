# The macros of a PyO3 that came with another crate.

with_python 3.11
for release in $releases; do
    in_release "$release"
    keep "$release-cargo-build" "crate=lattice" cargo build
done

toolchain=1.63.0
in_release 0.17.3
with_rust "$toolchain"
keep "0.17.3-rustc-$toolchain-cargo-build" "crate=lattice" cargo "+$toolchain" build --offline
