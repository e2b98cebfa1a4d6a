# Growing memory prints nothing; what prints is the release that takes the old remedy away.

with_python 3.11
in_release 0.22.6
succeeds=1 keep 0.22.6-pool "pyo3=0.22.6 crate=lattice" cargo build
