# Tests and programs that are linked without libpython, because the module is.

with_python 3.11
for release in 0.24.2 0.29.2; do
    in_release "$release" program
    rm "$project/src/lib.rs"
    with_feature extension-module
    keep "$release-cargo-run" "pyo3=$release crate=lattice symbol=UNDEFINED" cargo run
done

# The linker of distributions, which rustc took before it brought its own.
toolchain=1.63.0
in_release 0.17.3 unit
with_feature extension-module
with_rust "$toolchain"
keep "0.17.3-rustc-$toolchain-cargo-test" "pyo3=0.17.3 crate=lattice symbol=UNDEFINED" cargo "+$toolchain" test --offline

# The feature is gone, and maturin is from before it told PyO3.
toolchain=
in_release 0.28.3
with_maturin 1.9.3
keep 0.28.3-maturin-1.9.3-build "pyo3=0.28.3 library=libpython3.11.so.1.0" maturin build -i "$PYO3_PYTHON"

# The tests of the module itself, with the compilation of PyO3 in the log.
toolchain=
recompiled=pyo3
for release in $releases; do
    in_release "$release" unit
    with_feature extension-module
    keep "$release-cargo-test" "pyo3=$release crate=lattice symbol=UNDEFINED" cargo test
done
