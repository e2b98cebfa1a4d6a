# Modules that Python on Windows finds and cannot load.

with_wine
newest_python windows
windows=$work/pythons/3.14.3-windows
export PYTHONHOME="Z:$windows"

# imported RELEASE WHAT FACTS: builds the module and imports it.
imported() {
    (cd "$project" && env -u PYTHONHOME cargo build -q --target x86_64-pc-windows-gnu &&
        cp target/x86_64-pc-windows-gnu/debug/lattice.dll lattice.pyd)
    keep "$1-$2" "$3" "$wine" "$windows/python.exe" -c "import lattice"
}

# There is no python3.dll beside this Python.
for release in 0.28.3 0.29.2; do
    python=abi3-windows
    in_release "$release"
    with_feature abi3-py38
    at_least "$release" 0.29 || with_feature generate-import-lib
    imported "$release" stable-abi "module=lattice"
done

export PYO3_CROSS_PYTHON_VERSION=3.12
for release in 0.28.3 0.29.2; do
    python=3.12-windows
    in_release "$release"
    at_least "$release" 0.29 || with_feature generate-import-lib
    imported "$release" for-3.12 "library=python312.dll"
done
