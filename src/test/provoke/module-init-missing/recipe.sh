# Modules under another name.

for pair in 0.17.3=3.7 0.24.2=3.13 0.29.2=3.10; do
    with_python "${pair#*=}"
    in_release "${pair%=*}"
    module
    mv "$project/lattice.so" "$project/shapes.so"
    keep "$pyo3-other-name-python-$python" "module=shapes" "$PYO3_PYTHON" -c "import shapes"
done

with_python 3.14
in_release 0.26.0
module
mv "$project/lattice.so" "$project/liblattice.so"
keep "0.26.0-lib-name-python-3.14" "module=liblattice" "$PYO3_PYTHON" -c "import liblattice"

with_python 3.11
for maturin in 1.2.3 "$maturin_now"; do
    in_release 0.20.3
    with_feature extension-module
    printf '\n[tool.maturin]\nmodule-name = "lattice._core"\n' >>"$project/pyproject.toml"
    with_maturin "$maturin"
    succeeds=1 keep "0.20.3-maturin-$maturin-build" "module=_core" maturin build -i "$PYO3_PYTHON"
done
