# A variable that is not the same from one build to the next.

succeeds=1
with_python 3.11
for release in 0.17.3 0.24.2 0.29.2; do
    in_release "$release"
    (cd "$project" && cargo build -q)
    keep "$release-other-python" "pyo3=$release crate=lattice" env PYO3_PYTHON="$(python_home 3.11)/bin/python3" cargo build -v
    at_least "$release" 0.18 || continue
    (cd "$project" && cargo build -q)
    keep "$release-other-environment" "pyo3=$release crate=lattice" env PYO3_ENVIRONMENT_SIGNATURE=editor cargo build -v
done
