# The module itself, linked for macOS without word that its symbols come later.

with_zig
needs_target aarch64-apple-darwin
python=3.11
export PYO3_CROSS_PYTHON_VERSION=3.11
for release in 0.20.3 0.29.2; do
    in_release "$release"
    with_feature extension-module
    keep "$release-zigbuild" "symbol=UNDEFINED crate=lattice" cargo zigbuild --target aarch64-apple-darwin
done
