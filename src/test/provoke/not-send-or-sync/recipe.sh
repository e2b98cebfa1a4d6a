# Fields and captured values that may not change threads.

with_python 3.11
for release in $releases; do
    for what in shared-field cell-field captured captured-token; do
        # Classes need not be Sync before 0.23.
        [ $what = cell-field ] && ! at_least "$release" 0.23 && continue
        in_release "$release" $what
        at_least "$release" 0.21 || rename "Bound<'_, PyAny>" '\&PyAny'
        keep "$release-$what" "pyo3=$release crate=lattice" cargo build
    done
    in_release "$release" unsendable
    module
    keep "$release-unsendable" "pyo3=$release" "$PYO3_PYTHON" elsewhere.py
done
