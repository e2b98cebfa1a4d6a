# Pythons before and after those a release is made for. Where the newest Python at hand is not new
# enough, a configuration file tells of a newer one, as build tools do when they compile for a Python
# that they cannot run.

too_new() {
    in_release "$1"
    keep "$1-python-$2" "pyo3=$1 python=$2 supported=$3" cargo build
}

with_python 3.13
too_new 0.20.3 3.13 3.12
with_python 3.14
too_new 0.22.6 3.14 3.13
too_new 0.24.2 3.14 3.13

python=3.17
unset PYO3_PYTHON
export PYO3_CONFIG_FILE="$ada/python-3.17.txt"
printf 'implementation=CPython\nversion=3.17\nshared=true\npointer_width=64\n' >"$PYO3_CONFIG_FILE"
too_new 0.26.0 3.17 3.14
too_new 0.28.3 3.17 3.14
too_new 0.29.2 3.17 3.15
unset PYO3_CONFIG_FILE

with_python 3.6
for release in $releases; do
    oldest=3.7
    at_least "$release" 0.29 && oldest=3.8
    in_release "$release"
    keep "$release-python-3.6" "pyo3=$release python=3.6 supported=$oldest" cargo build
done

with_python 3.9
in_release 0.17.3
with_feature abi3-py310
keep 0.17.3-abi3-py310 "pyo3=0.17.3" cargo build
for release in 0.20.3 0.24.2 0.29.2; do
    in_release "$release"
    with_feature abi3-py311
    keep "$release-abi3-py311" "pyo3=$release" cargo build
done

# Free-threaded, in the words of the releases that refuse it.
python=3.13t
unset PYO3_PYTHON
export PYO3_CONFIG_FILE="$ada/python-3.13t.txt"
printf 'implementation=CPython\nversion=3.13\nshared=true\npointer_width=64\nbuild_flags=Py_GIL_DISABLED\n' >"$PYO3_CONFIG_FILE"
for release in 0.22.6 0.29.2; do
    in_release "$release"
    keep "$release-free-threaded-3.13" "pyo3=$release" cargo build
done
unset PYO3_CONFIG_FILE

# What somebody sees who only wanted to install the package.
with_python 3.13
in_release 0.20.3
with_pip "$maturin_now"
rm -rf "$project/target/release"
keep 0.20.3-pip-install "pyo3=0.20.3 python=3.13 supported=3.12 package=lattice" pip install --no-build-isolation --no-index .

needs pypy3
python=pypy3.9
PYO3_PYTHON=$(command -v pypy3)
export PYO3_PYTHON
for release in 0.28.3 0.29.2; do
    in_release "$release"
    keep "$release-pypy-3.9" "pyo3=$release python=3.9 supported=3.11" cargo build
done
