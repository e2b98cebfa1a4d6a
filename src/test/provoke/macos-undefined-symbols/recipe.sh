# The module itself, linked for macOS without word that its symbols come later.

with_zig
needs_target aarch64-apple-darwin
python=3.11
export PYO3_CROSS_PYTHON_VERSION=3.11
underscore=_
in_release 0.29.2
with_feature extension-module
keep 0.29.2-zigbuild "symbol=UNDEFINED crate=lattice target=aarch64-apple-darwin" cargo zigbuild --target aarch64-apple-darwin
