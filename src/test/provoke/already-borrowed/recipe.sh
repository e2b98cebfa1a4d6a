# An object that is asked for while it is lent out: by Python, and by Rust.

with_python 3.11
for release in $releases; do
    in_release "$release"
    at_least "$release" 0.21 || rename "Bound<'_, PyAny>" '\&PyAny'
    module
    for script in fill report swap copy; do
        keep "$release-$script" "" "$PYO3_PYTHON" $script.py
    done
done
