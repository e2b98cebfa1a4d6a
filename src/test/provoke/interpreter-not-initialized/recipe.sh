# A program that uses Python before there is one.

with_python 3.11
for release in $releases; do
    in_release "$release"
    rm "$project/src/lib.rs"
    LD_LIBRARY_PATH=$(python_home 3.11)/lib
    export LD_LIBRARY_PATH
    keep "$release-cargo-run" "pyo3=$release" cargo run
    unset LD_LIBRARY_PATH
done
