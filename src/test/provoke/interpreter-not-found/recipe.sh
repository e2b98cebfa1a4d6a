# No Python, a Python that is gone, and no word about which Python is meant.

python=none
for release in $releases; do
    in_release "$release"
    path=$(path_without python)
    keep "$release-no-python" "pyo3=$release" cargo build
    export PYO3_PYTHON="$ada/.venv/bin/python"
    keep "$release-python-gone" "pyo3=$release" cargo build
    unset PYO3_PYTHON
    unset path
done

for release in 0.17.3 0.24.2 0.29.2; do
    in_release "$release"
    with_feature abi3
    export PYO3_NO_PYTHON=1
    keep "$release-none-allowed" "pyo3=$release" cargo build
    unset PYO3_NO_PYTHON
    needs_target aarch64-unknown-linux-gnu
    in_release "$release"
    keep "$release-other-target" "pyo3=$release" cargo build --target aarch64-unknown-linux-gnu
done

# Built for a newer Python, imported by an older one.
for pair in 0.22.6=3.12 0.29.2=3.11; do
    with_python "${pair#*=}"
    in_release "${pair%=*}"
    module
    keep "$pyo3-for-$python-in-3.8" "symbol=UNDEFINED" "$(python_home 3.8)/bin/python3.8" -c "import lattice"
done

with_python 3.14
in_release 0.26.0
module
mv "$project/lattice.so" "$project/liblattice.so"
needs "$(python_home 2.7)/bin/python2.7"
keep "0.26.0-for-3.14-in-2.7" "symbol=UNDEFINED" "$(python_home 2.7)/bin/python2.7" -c "import liblattice"
