# Programs and modules that are linked with a libpython the loader does not find, and a libpython that
# does not find its own modules. The Python is one that the system has no libpython of.

with_python 3.10
for release in 0.20.3 0.24.2 0.29.2; do
    in_release "$release" program
    rm "$project/src/lib.rs"
    keep "$release-cargo-run" "python=3.10 library=libpython3.10.so.1.0" cargo run

    LD_LIBRARY_PATH=$(python_home 3.10)/lib
    export LD_LIBRARY_PATH PYTHONHOME="$ada/python"
    keep "$release-home-elsewhere" "" cargo run
    unset LD_LIBRARY_PATH PYTHONHOME

    in_release "$release"
    (cd "$project" && cargo build -q && cp target/debug/liblattice.so lattice.so)
    keep "$release-import" "python=3.10 library=libpython3.10.so.1.0" "$(python_home 3.11)/bin/python3.11" -c "import lattice"
done
