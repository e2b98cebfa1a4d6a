# `maturin develop` where there is no environment, where there are two, and where it is broken.

with_python 3.11
for maturin in 0.14.17 1.3.2 "$maturin_now"; do
    in_release 0.24.2
    with_maturin "$maturin"
    keep "maturin-$maturin-none" "" maturin develop
    export VIRTUAL_ENV="$ada/.venv" CONDA_PREFIX="$ada/miniconda3"
    keep "maturin-$maturin-two" "" maturin develop
    unset VIRTUAL_ENV CONDA_PREFIX
    mkdir "$project/.venv"
    keep "maturin-$maturin-not-one" "" maturin develop
    echo "home = /usr/bin" >"$project/.venv/pyvenv.cfg"
    keep "maturin-$maturin-broken" "" maturin develop
done
