#!/bin/sh
# Makes the small Mach-O files here with LLVM's assembler and linker: build.sh; needs llvm and lld.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# one PROCESSOR
one() {
  link="${LD64:-ld64.lld} -arch $1 -platform_version macos 11.0 14.2 -dylib"
  printf '.globl _helper\n_helper: .long 1\n.globl _other_helper\n_other_helper: .long 1\n.subsections_via_symbols\n' |
    llvm-mc -filetype=obj -triple "$1-apple-macos11" -o "$work/helper.o" -
  $link -install_name @rpath/libhelper.dylib -o "$work/libhelper.dylib" "$work/helper.o"
  $link -install_name /opt/extra/libextra.dylib -o "$work/libextra.dylib" "$work/helper.o"
  {
    printf '.globl _PyInit_module\n_PyInit_module: .quad _PyModule_Create2\n.quad _helper\n.quad _PyUnstable_Maybe\n'
    printf '.weak_reference _PyUnstable_Maybe\n.subsections_via_symbols\n'
  } | sed 's/: .quad/:\n.data\n_table: .quad/' | llvm-mc -filetype=obj -triple "$1-apple-macos11" -o "$work/module.o" -
  $link -install_name @rpath/module.so -undefined dynamic_lookup -rpath @loader_path/../lib -rpath /opt/py/lib \
    -o "$work/module-$1.so" "$work/module.o" "$work/libhelper.dylib" -weak_library "$work/libextra.dylib"
}

one arm64
one x86_64
cp "$work/module-arm64.so" module-arm64.so
"${LIPO:-llvm-lipo}" -create "$work/module-arm64.so" "$work/module-x86_64.so" -output module-universal2.so
