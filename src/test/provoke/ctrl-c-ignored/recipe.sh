# A long loop that never asks whether somebody pressed Ctrl-C.

with_python 3.11
succeeds=1
for release in 0.17.3 0.29.2; do
    in_release "$release"
    module
    keep "$release-terminal" "" "$PYO3_PYTHON" terminal.py
done
