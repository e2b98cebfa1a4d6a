# The GIL cannot be switched off in a Python that was built with it. The warning of a Python that was
# built without is not provoked: no registry has one.

with_python 3.13
in_release 0.24.2
module
keep 0.24.2-switched-off "" "$PYO3_PYTHON" -X gil=0 -c "import lattice"
