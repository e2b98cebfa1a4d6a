# Programs and modules that are linked with a libpython the loader does not find, and a libpython that
# does not find its own modules.

with_python 3.11
for release in $releases; do
    in_release "$release" program
    rm "$project/src/lib.rs"
    keep "$release-cargo-run" "python=3.11 library=libpython3.11.so.1.0" cargo run
done

for release in 0.17.3 0.29.2; do
    in_release "$release" program
    rm "$project/src/lib.rs"
    LD_LIBRARY_PATH=$(python_home 3.11)/lib
    export LD_LIBRARY_PATH PYTHONHOME="$ada/python"
    keep "$release-home-elsewhere" "" cargo run
    unset LD_LIBRARY_PATH PYTHONHOME

    in_release "$release"
    (cd "$project" && cargo build -q && cp target/debug/liblattice.so lattice.so)
    keep "$release-import" "python=3.11 library=libpython3.11.so.1.0" "$(python_home 3.12)/bin/python3.12" -c "import lattice"
done
