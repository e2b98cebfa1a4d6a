# A submodule that is an attribute and no file.

for pair in 0.17.3=3.7 0.20.3=3.9 0.22.6=3.12 0.24.2=3.13 0.26.0=3.14 0.28.3=3.11 0.29.2=3.10; do
    with_python "${pair#*=}"
    in_release "${pair%=*}"
    at_least "$pyo3" 0.21 || rename 'add_submodule(&shapes)' 'add_submodule(shapes)'
    [ "$pyo3" = 0.22.6 ] && rename 'PyModule::new(' 'PyModule::new_bound('
    module
    keep "$pyo3-python-$python" "module=lattice.shapes" "$PYO3_PYTHON" -c "from lattice.shapes import area"
done
