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
