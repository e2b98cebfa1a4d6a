# The module in a second interpreter. Since 0.28 PyO3 leaves the refusal to CPython, and an interpreter
# that shares the GIL takes the module.

with_python 3.12
for release in 0.17.3 0.22.6 0.26.0 0.28.3 0.29.2; do
    in_release "$release"
    module
    at_least "$release" 0.28 || keep "$release-shared-gil" "module=lattice" "$PYO3_PYTHON" shared-gil.py
    keep "$release-own-gil" "module=lattice" "$PYO3_PYTHON" own.py
done

with_python 3.14
for release in 0.26.0 0.29.2; do
    in_release "$release"
    module
    keep "$release-concurrent" "module=lattice" "$PYO3_PYTHON" concurrent.py
done

with_python 3.8
for release in 0.17.3 0.29.2; do
    in_release "$release"
    module
    keep "$release-imported-twice" "" "$PYO3_PYTHON" reload.py
done
