# Rust that panics below Python.

with_python 3.11
for release in $releases; do
    in_release "$release"
    module
    keep "$release-index" "" "$PYO3_PYTHON" -c "import lattice; lattice.corner([1, 2, 3], 7)"
    keep "$release-unwrap" "" "$PYO3_PYTHON" -c "import lattice; lattice.width('wide')"
done
