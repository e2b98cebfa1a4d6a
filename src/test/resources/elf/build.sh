#!/bin/sh
# Makes the small ELF files here with GNU's compilers and ld: build.sh
# Needs gcc for x86-64 and for aarch64, gcc -m32's assembler (as --32), llc, and ld for s390x.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

link='-shared -nostdlib -Wl,--build-id=none -Wl,-z,norelro -Wl,-z,noseparate-code -Wl,--as-needed -s'

cat >"$work/helper.c" <<'C'
int helper(void) { return 1; }
int old_helper(void) { return 0; }
C
cat >"$work/helper.map" <<'C'
HELPER_1 { global: old_helper; local: *; };
HELPER_2 { global: helper; } HELPER_1;
C
cat >"$work/module.c" <<'C'
extern int PyModule_Create2(void *, int);
extern int helper(void);
__attribute__((weak)) extern int PyUnstable_Maybe(void);
int PyInit_module(void) { return PyModule_Create2(0, helper()) + (PyUnstable_Maybe ? PyUnstable_Maybe() : 0); }
C

# shellcheck disable=SC2086 # words on purpose
make_with() { # COMPILER SUFFIX OPTION...
  compiler=$1 suffix=$2
  shift 2
  "$compiler" $link -fPIC -Wl,-soname,libhelper.so.2 -Wl,--version-script="$work/helper.map" "$@" \
    -o "libhelper-$suffix.so" "$work/helper.c"
  cp "libhelper-$suffix.so" "$work/libhelper.so"
  "$compiler" $link -fPIC -Wl,--enable-new-dtags -Wl,-rpath,'$ORIGIN/../lib:/opt/py/lib' "$@" \
    -o "runpath-$suffix.so" "$work/module.c" -L"$work" -lhelper
  "$compiler" $link -fPIC -Wl,--disable-new-dtags -Wl,-rpath,'$ORIGIN' -Wl,-z,nodefaultlib "$@" \
    -o "rpath-$suffix.so" "$work/module.c" -L"$work" -lhelper
}

make_with gcc x86-64 -Wl,--hash-style=gnu
make_with aarch64-linux-gnu-gcc aarch64 -Wl,--hash-style=sysv

printf '.globl _start\n_start: call helper\n' | as --32 -o "$work/start.o" -
printf '.globl helper\n.type helper,@function\nhelper: ret\n' | as --32 -o "$work/helper.o" -
ld -m elf_i386 -shared -soname libhelper.so -o "$work/libhelper32.so" "$work/helper.o"
ld -m elf_i386 -s --build-id=none -z noseparate-code -dynamic-linker /lib/ld-linux.so.2 -o program-i386 "$work/start.o" "$work/libhelper32.so"

# Big-endian, with a hash table of eight-byte numbers.
cat >"$work/s390x.ll" <<'LL'
target triple = "s390x-unknown-linux-gnu"
declare i32 @helper()
define i32 @PyInit_module() {
  %answer = call i32 @helper()
  ret i32 %answer
}
LL
llc -relocation-model=pic -filetype=obj "$work/s390x.ll" -o "$work/s390x.o"
s390x-linux-gnu-ld -shared --hash-style=sysv --build-id=none -z norelro -z noseparate-code -s -soname libmodule.so \
  -o module-s390x.so "$work/s390x.o"
