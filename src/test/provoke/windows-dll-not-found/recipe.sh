# A program for Windows, where no Python is beside it.

with_wine
python=3.12-windows
export PYO3_CROSS_PYTHON_VERSION=3.12
for release in 0.22.6 0.28.3 0.29.2; do
    in_release "$release"
    rm "$project/src/lib.rs"
    at_least "$release" 0.29 || with_feature generate-import-lib
    keep "$release-cargo-run" "library=python312.dll python=3.12 target=x86_64-pc-windows-gnu" cargo run --target x86_64-pc-windows-gnu
done
