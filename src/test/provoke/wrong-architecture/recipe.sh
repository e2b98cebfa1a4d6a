# Modules for another processor than Python's.

with_python 3.11
needs i686-linux-gnu-gcc aarch64-linux-gnu-gcc
needs_target i686-unknown-linux-gnu
needs_target aarch64-unknown-linux-gnu
export PYO3_CROSS_PYTHON_VERSION=3.11
export CARGO_TARGET_I686_UNKNOWN_LINUX_GNU_LINKER=i686-linux-gnu-gcc
export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc
for target in i686-unknown-linux-gnu aarch64-unknown-linux-gnu; do
    in_release 0.29.2
    with_feature extension-module
    (cd "$project" && cargo build -q --target "$target" && cp "target/$target/debug/liblattice.so" lattice.so)
    keep "0.29.2-import-$target" "" "$PYO3_PYTHON" -c "import lattice"
done
unset PYO3_CROSS_PYTHON_VERSION

# A Python of 64 bits, told by a configuration file, and a target of 32.
export PYO3_CONFIG_FILE="$ada/python-64-bit.txt"
printf 'implementation=CPython\nversion=3.11\nshared=true\npointer_width=64\n' >"$PYO3_CONFIG_FILE"
for release in 0.17.3 0.24.2 0.29.2; do
    in_release "$release"
    keep "$release-other-width" "pyo3=$release" cargo build --target i686-unknown-linux-gnu
done
