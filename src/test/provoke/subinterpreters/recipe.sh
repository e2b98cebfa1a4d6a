# The module in a second interpreter. Since 0.28 PyO3 leaves the refusal to CPython, and an interpreter
# that shares the GIL takes the module.

with_python 3.11
for release in 0.17.3 0.20.3 0.22.6 0.24.2 0.26.0; do
    in_release "$release"
    module
    keep "$release-shared-gil" "" "$PYO3_PYTHON" shared-gil.py
done

with_python 3.12
in_release 0.22.6
module
keep 0.22.6-own-gil "module=lattice" "$PYO3_PYTHON" own.py

with_python 3.14
for release in 0.26.0 0.29.2; do
    in_release "$release"
    module
    keep "$release-own-gil" "module=lattice" "$PYO3_PYTHON" second.py
done

with_python 3.7
in_release 0.17.3
module
keep 0.17.3-imported-twice "" "$PYO3_PYTHON" reload.py
