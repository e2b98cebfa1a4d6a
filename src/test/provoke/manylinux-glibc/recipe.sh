# A module that wants a newer C library than it may, or than there is.

with_python 3.11
for maturin in 1.3.2 "$maturin_now"; do
    in_release 0.24.2
    cp "$here/base/src/lib.rs" "$project/src/lib.rs"
    with_feature extension-module
    with_maturin "$maturin"
    keep "maturin-$maturin-build" "" maturin build -i "$PYO3_PYTHON" --manylinux 2014
done

with_zig
in_release 0.29.2
with_feature extension-module
(cd "$project" && cargo zigbuild -q --target x86_64-unknown-linux-gnu.2.38 &&
    cp target/x86_64-unknown-linux-gnu/debug/liblattice.so lattice.so)
keep 0.29.2-import "" "$PYO3_PYTHON" -c "import lattice"
