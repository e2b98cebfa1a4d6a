# Python packages that have to be compiled where there is no Rust, or one that is too old.

for pair in 3.9=1.3.2 3.13=$maturin_now; do
    with_python "${pair%=*}"
    in_release 0.24.2
    with_pip "${pair#*=}"
    export MATURIN_NO_INSTALL_RUST=1
    path=$tools/bin:$(path_without rust)
    rm -f "$work/path-without-rust/cargo" "$work/path-without-rust/rustc" "$work/path-without-rust/rustup"
    keep "maturin-${pair#*=}-pip-install" "" pip install --no-build-isolation --no-index .
    keep "maturin-${pair#*=}-build" "" maturin build
    unset MATURIN_NO_INSTALL_RUST path
done

with_python 3.11
tools=$work/setuptools-rust
if [ ! -x "$tools/bin/pip" ]; then
    "$PYO3_PYTHON" -m venv "$tools"
    "$tools/bin/pip" install -q setuptools-rust==1.12.0 wheel
fi
in_release 0.24.2 setuptools
path=$tools/bin:$work/path-without-rust
keep setuptools-rust-1.12.0-pip-install "package=lattice" pip install --no-build-isolation --no-index .
unset path

toolchain=1.63.0
rustup -q toolchain install "$toolchain" --profile minimal >/dev/null 2>&1 || needs "Rust $toolchain"
in_release 0.29.2
with_maturin "$maturin_now"
keep "0.29.2-rustc-$toolchain-lock-file" "" env RUSTUP_TOOLCHAIN="$toolchain" maturin build
for release in 0.28.3 0.29.2; do
    in_release "$release"
    with_rust 1.75.0
    sed -i 's/^version = 4$/version = 3/' "$project/Cargo.lock"
    toolchain=1.75.0
    keep "$release-rustc-$toolchain" "pyo3=$release rustc=$toolchain" cargo "+$toolchain" build --offline
done
