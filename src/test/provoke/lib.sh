# What the recipes are written with. Sourced by `provoke`; sets nothing that outlives a topic.

here=${here:?}
work=${PROVOKE_WORK:-/tmp/provoke}
kept=$(cd "$here/../resources" && pwd)/symptoms/provoked
ada=$work/home/ada
project=$ada/lattice
pyenv=${PYENV_ROOT:-$HOME/.pyenv}/versions
cargo_home=${CARGO_HOME:-$HOME/.cargo}
rustup_home=${RUSTUP_HOME:-$HOME/.rustup}
topic=

# One release of each wording.
releases="0.17.3 0.20.3 0.22.6 0.24.2 0.26.0 0.28.3 0.29.2"
maturin_now=1.16.0

export CARGO_TERM_COLOR=never CARGO_BUILD_JOBS=1 CARGO_INCREMENTAL=0
export CARGO_PROFILE_DEV_DEBUG=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
unset PYO3_PYTHON PYO3_NO_PYTHON PYO3_CONFIG_FILE VIRTUAL_ENV CONDA_PREFIX RUSTFLAGS RUST_BACKTRACE
unset PIP_FIND_LINKS PYO3_BUILD_EXTENSION_MODULE CARGO_TARGET_DIR PYTHONPATH PYTHONHOME LD_LIBRARY_PATH
mkdir -p "$ada"

# at_least RELEASE THAN: whether a release of PyO3 is THAN or later.
at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -1)" = "$2" ]
}

# needs TOOL…: ends the recipe, with one line, when a command or file is not there.
needs() {
    for tool in "$@"; do
        if ! command -v "$tool" >/dev/null 2>&1 && [ ! -e "$tool" ]; then
            echo "  passed over: $tool is not there"
            exit 0
        fi
    done
}

# failed WHY: tells that a trouble could not be provoked, though its tools are there.
failed() {
    echo "  $1" | tee -a "$work/failed" >&2
}

# needs_target NAME: ends the recipe when rustc cannot compile for it.
needs_target() {
    if ! rustup target list --installed | grep -qx "$1"; then
        rustup -q target add "$1" >/dev/null 2>&1 || needs "rustc's target $1"
    fi
}

# python_home VERSION: where the Python of a minor version is.
python_home() {
    if [ "$1" = 3.14 ]; then
        echo "$work/pythons/3.14.3"
        return
    fi
    for each in "$pyenv/$1".*; do
        [ -x "$each/bin/python$1" ] && echo "$each" && return
    done
    echo "$pyenv/$1"
}

# newest_python PLATFORM: the newest CPython that a package registry has, unpacked: linux or windows.
newest_python() {
    home=$work/pythons/3.14.3
    [ "$1" = linux ] || home=$work/pythons/3.14.3-windows
    [ ! -d "$home" ] || return 0
    needs mvn unzip
    jar=org.bytedeco:cpython:3.14.3-1.5.13:jar:$1-x86_64
    mvn -q -B dependency:copy -Dartifact="$jar" -DoutputDirectory="$work/jars" >"$work/mvn.log" 2>&1 || needs "$jar"
    mkdir -p "$home.part"
    unzip -q -o "$work/jars/cpython-3.14.3-1.5.13-$1-x86_64.jar" -d "$home.part"
    mv "$home.part/org/bytedeco/cpython/$1-x86_64" "$home"
    rm -rf "$home.part"
    if [ "$1" = linux ]; then
        chmod +x "$home"/bin/*
        mv "$home/libpython3.14.so.1.0" "$home/lib"
        ln -s libpython3.14.so.1.0 "$home/lib/libpython3.14.so"
    else
        cp "$home"/lib/vcruntime*.dll "$home"
    fi
}

# with_python VERSION: builds for it and runs it from here on.
with_python() {
    python=$1
    [ "$1" != 3.14 ] || newest_python linux
    needs "$(python_home "$1")/bin/python$1"
    PYO3_PYTHON=$(python_home "$1")/bin/python$1
    export PYO3_PYTHON
}

# in_release RELEASE [FOLDER]: a fresh project on that PyO3: the files of base, and over them those
# beside the recipe, or those of a folder there.
in_release() {
    pyo3=$1
    rm -rf "$project"
    mkdir -p "$project"
    cp -R "$here/base/." "$project"
    cp -R "$here/$topic/${2:-.}/." "$project"
    rm -f "$project/recipe.sh"
    find "$project" -name Cargo.toml -exec sed -i "s/\"=PYO3\"/\"=$pyo3\"/" {} +
    # The sources are written for the newest release.
    at_least "$pyo3" 0.21 || rename "&Bound<'_, PyModule>" '\&PyModule'
    at_least "$pyo3" 0.21 || rename "&Bound<'_, PyAny>" '\&PyAny'
    at_least "$pyo3" 0.26 || rename 'Python::attach(' 'Python::with_gil('
    at_least "$pyo3" 0.26 || rename '\.detach(' '.allow_threads('
    at_least "$pyo3" 0.26 || rename 'Python::initialize()' 'pyo3::prepare_freethreaded_python()'
    mkdir -p "$work/target/$pyo3-${python:-none}"
    ln -sfn "$work/target/$pyo3-${python:-none}" "$project/target"
    (cd "$project" && cargo fetch -q 2>"$work/fetch.log") || true
}

rename() {
    find "$project" -name '*.rs' -exec sed -i "s/$1/$2/g" {} +
}

# with_rust TOOLCHAIN: builds with an older Rust, which reads neither today's index nor all of today's
# crates: the dependencies lie beside the project, in releases that it understands.
with_rust() {
    rustup -q toolchain install "$1" --profile minimal >/dev/null 2>&1 || needs "Rust $1"
    sed -i "s/^edition = .*/&\nrust-version = \"${1%.*}\"/" "$project/Cargo.toml"
    crates=$work/vendor/$pyo3-$1
    (
        cd "$project" || exit
        rm -f Cargo.lock target
        export CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback
        cargo generate-lockfile -q
        [ -d "$crates" ] || cargo vendor -q --versioned-dirs "$crates" >/dev/null
        ln -s "$crates" vendor
        mkdir .cargo
        printf '[source.crates-io]\nreplace-with = "vendor"\n[source.vendor]\ndirectory = "vendor"\n' >.cargo/config.toml
    )
    mkdir -p "$work/target/$pyo3-$python-$1"
    ln -sfn "$work/target/$pyo3-$python-$1" "$project/target"
}

# with_maturin VERSION: that maturin is the one on PATH.
with_maturin() {
    tools=$work/maturin-$1
    if [ ! -x "$tools/bin/maturin" ]; then
        "$(python_home 3.11)/bin/python3.11" -m venv "$tools"
        "$tools/bin/pip" install -q "maturin==$1"
    fi
    PATH=$tools/bin:$PATH
}

# with_pip VERSION: a virtual environment of the Python in use that has that maturin.
with_pip() {
    tools=$work/pip-$python-maturin-$1
    if [ ! -x "$tools/bin/maturin" ]; then
        "$PYO3_PYTHON" -m venv "$tools"
        "$tools/bin/pip" install -q "maturin==$1"
    fi
    PATH=$tools/bin:$PATH
}

# with_zig: cargo-zigbuild, which links for other systems.
with_zig() {
    zig=$work/zig
    if [ ! -x "$zig/bin/cargo-zigbuild" ]; then
        "$(python_home 3.11)/bin/python3.11" -m venv "$zig"
        "$zig/bin/pip" install -q cargo-zigbuild==0.24.0 ziglang
    fi
    PATH=$zig/bin:$PATH
}

# with_wine: programs for Windows are linked by MinGW and started by Wine.
with_wine() {
    wine=/usr/lib/wine/wine64
    [ -x "$wine" ] || wine=wine
    needs x86_64-w64-mingw32-gcc x86_64-w64-mingw32-dlltool "$wine"
    needs_target x86_64-pc-windows-gnu
    export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
    export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER="$wine" WINEPREFIX="$work/wine"
    # Nothing of windows, for which there is no screen.
    export WINEDEBUG=fixme-all,err-winediag,err-systray
    # Rust asks Windows for random numbers through a DLL that older Wine does not have.
    random=$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll
    if [ ! -e "$random" ]; then
        WINEDEBUG=-all "$wine" wineboot -i >"$work/wine.log" 2>&1
        x86_64-w64-mingw32-gcc -shared -o "$random" "$here/wine/bcryptprimitives.c" -ladvapi32
    fi
}

# path_without COMMAND: a PATH with what compiles Rust, and none of that name.
path_without() {
    bare=$work/path-without-$1
    rm -rf "$bare"
    mkdir -p "$bare"
    for tool in cc ld env cargo rustc rustup; do
        [ "$tool" = "$1" ] || ln -s "$(command -v "$tool")" "$bare/$tool"
    done
    echo "$bare"
}

# with_feature FEATURE: switches a feature of PyO3 on.
with_feature() {
    sed -i "s/features = \[\"macros\"/&, \"$1\"/" "$project/Cargo.toml"
}

# module: builds the project and puts the module beside it, ready to import.
module() {
    with_feature extension-module
    (cd "$project" && cargo build -q >"$work/build.log" 2>&1) || {
        failed "PyO3 $pyo3: the module does not build: $(tail -1 "$work/build.log")"
        exit 1
    }
    cp "$project/target/debug/liblattice.so" "$project/lattice.so"
}

# keep NAME FACTS COMMAND…: runs a command that fails, in the project, and keeps what it prints.
# FACTS are KEY=VALUE, separated by spaces: what is true of this run. Those that stand in the log have
# to be read out of it. Builds are run twice, so that only the project is compiled in the log.
keep() {
    name=$1
    facts=$2
    shift 2
    if [ "$1" = cargo ] || [ "$1 $2" = "maturin build" ]; then
        (cd "$project" && env PATH="${path:-$PATH}" "$@" >"$work/warm.log" 2>&1 </dev/null) || true
        # A build script that fails leaves other crates for the next run.
        if [ "$1" = cargo ] && grep -q 'failed to run custom build command' "$work/warm.log"; then
            (cd "$project" && env PATH="${path:-$PATH}" "$@" --keep-going >"$work/warm.log" 2>&1 </dev/null) || true
        fi
        [ -z "${recompiled-}" ] || (cd "$project" && cargo clean -q -p "$recompiled")
        find "$project" -name '*.rs' -not -path '*/vendor/*' -exec touch {} +
    fi
    raw=$work/out/$topic
    mkdir -p "$raw" "$kept/$topic"
    # Through a pipe: Python under Wine cannot write to a file it did not open.
    {
        (cd "$project" && env CARGO_NET_OFFLINE=true PATH="${path:-$PATH}" "$@" </dev/null) && status=0 || status=$?
        echo "$status" >"$work/status"
    } 2>&1 | cat >"$raw/$name.log"
    status=$(cat "$work/status")
    if [ "$status" = 0 ] && [ -z "${succeeds-}" ]; then
        failed "$name: the command went well"
        return 0
    fi
    neutral <"$raw/$name.log" >"$kept/$topic/$name.log"
    label "$*" >"$kept/$topic/$name.toml"
    echo "  $name"
}

# label COMMAND: what the log beside it is of.
label() {
    echo "topic = \"$topic\""
    echo "ran = \"$(echo "$1" | neutral | sed 's/\\/\\\\/g; s/"/\\"/g' | tr '\n' ' ' | sed 's/ $//')\""
    echo "rustc = \"$(rustc ${toolchain:++$toolchain} --version | cut -d' ' -f2)\""
    echo "pyo3 = \"$pyo3\""
    [ -z "${beside-}" ] || echo "pyo3-beside = \"$beside\""
    echo
    echo "[facts]"
    for fact in $facts; do
        value=${fact#*=}
        [ "$value" != UNDEFINED ] || value=$(undefined <"$kept/$topic/$name.log")
        digits=$(echo "$value" | tr -d .)
        if grep -qF -e "$value" -e "python$digits" -e "cp$digits" "$kept/$topic/$name.log"; then
            echo "${fact%%=*} = \"$value\""
        fi
    done
}

# undefined: the first symbol that a linker or loader missed, without what its system puts before each.
undefined() {
    sed -nE "s/.*undefined (symbol: ${underscore-}|reference to \`)([A-Za-z_0-9]+).*/\\2/p" | head -1
}

# any_separator PATH: a pattern for it as Linux and as Wine print it; its first group is what separates.
any_separator() {
    echo "$1" | sed 's#/#[\\\\/]+#g; s#^[^+]*+#([\\\\/]+)#'
}

# neutral: the same text wherever it is provoked: as if somebody called ada had done it, at one time.
neutral() {
    sed -E \
        -e "s#$work/vendor/[0-9][^/[:space:]]*#/home/ada/lattice/vendor#g" \
        -e "s#$work/target/[0-9][^/[:space:]]*#/home/ada/lattice/target#g" \
        -e "s#$(any_separator "$ada")#\\1home\\1ada#g" \
        -e 's#^[0-9a-f]{4}:(err|fixme):#0024:\1:#' \
        -e "s#$work/pythons/#/home/ada/.pyenv/versions/#g" \
        -e "s#${tools:-$work/tools}#/home/ada/.venv#g" \
        -e "s#$work/path-without-[a-z]*#/usr/bin#g" \
        -e "s#$pyenv/#/home/ada/.pyenv/versions/#g" \
        -e "s#$cargo_home#/home/ada/.cargo#g" \
        -e "s#$rustup_home#/home/ada/.rustup#g" \
        -e "s#/home/runner/work/[^\"' :]*/cppbuild/linux-x86_64/lib#/home/ada/.pyenv/versions/3.14.3/lib#g" \
        -e "s#$HOME#/home/ada#g" \
        -e 's#https://crates\.io#https://registry.example#g' \
        -e 's#registry/src/[a-z.]+-([0-9a-f]{16})#registry/src/registry-\1#g' \
        -e 's#/rustc[A-Za-z0-9]{6}(/|$)#/rustcLj4kQp\1#g' \
        -e "s#^(thread '.*' )\\([0-9]+\\)#\\1(4207)#" \
        -e 's#\b(in|after) [0-9.]+s#\1 0.42s#g' \
        -e 's#0x[0-9a-f]{8,16}#0x00007f3a5c0de120#g'
}
