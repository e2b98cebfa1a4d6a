# Growing memory prints nothing; what prints are the releases that take the old remedy away: first only
# from those who have switched the old API off.

with_python 3.11
in_release 0.22.6
with_feature gil-refs
succeeds=1 keep 0.22.6-pool-deprecated "pyo3=0.22.6 crate=lattice" cargo build
succeeds=
for release in 0.22.6 0.24.2; do
    in_release "$release"
    [ "$release" = 0.22.6 ] || rename new_bound new
    keep "$release-pool" "pyo3=$release crate=lattice file=src/lib.rs:7" cargo build
done
