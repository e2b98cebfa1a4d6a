# What a getter has to clone and cannot.

with_python 3.11
for release in $releases; do
    in_release "$release" field
    keep "$release-field" "pyo3=$release crate=lattice" cargo build
    at_least "$release" 0.22 || continue
    for what in handle derived; do
        in_release "$release" $what
        keep "$release-$what" "pyo3=$release crate=lattice" cargo build
    done
done

succeeds=1
for release in 0.28.3 0.29.2; do
    in_release "$release" automatic
    keep "$release-automatic" "pyo3=$release" cargo build
done
