#!/bin/sh
# Rebuilds the PE files of this folder; needs gcc-mingw-w64-x86-64, gcc-mingw-w64-i686, llvm and lld.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # folder, tool prefix
  tools=$2
  mkdir -p "$1"
  link="$tools-gcc -nostdlib -s -Os -Wl,--no-insert-timestamp,--build-id=none"
  $link -shared -e "$3" -o "$1/python312.dll" python312.c
  $link -shared -e "$3" -o "$1/python38.dll" python38.c
  $link -shared -e "$3" -o "$1/python3.dll" stable.c python3-to-312.def
  mkdir -p "$1/old"
  $link -shared -e "$3" -o "$1/old/python3.dll" stable.c python3-to-38.def
  "$tools-dlltool" -d plain.def -l "$work/python312.a"
  sed s/python312/python3/ plain.def > "$work/python3.def"
  "$tools-dlltool" -d "$work/python3.def" -l "$work/python3.a"
  $link -e "$4" -o "$1/versioned.exe" program.c "$work/python312.a" -lkernel32
  $link -e "$4" -o "$1/stable.exe" program.c "$work/python3.a" -lkernel32
}

build x64 x86_64-w64-mingw32 DllMainCRTStartup mainCRTStartup
build x86 i686-w64-mingw32 _DllMainCRTStartup _mainCRTStartup

# A program that loads python312.dll at the first call; needs lld and llvm (GNU ld writes no delay import table).
x86_64-w64-mingw32-gcc -Os -c program.c -o "$work/program.o"
x86_64-w64-mingw32-gcc -Os -c helper.c -o "$work/helper.o"
llvm-dlltool -m i386:x86-64 -d plain.def -l "$work/python312.lib"
lld-link -entry:mainCRTStartup -subsystem:console -delayload:python312.dll -Brepro -out:x64/delayed.exe \
  "$work/program.o" "$work/helper.o" "$work/python312.lib" \
  "$(x86_64-w64-mingw32-gcc -print-file-name=libkernel32.a)"

# Functions that are offered, asked for and handed on by number, at the start and at the first call.
numbers() { # folder, tool prefix
  "$2-gcc" -Os -c numbers.c -o "$work/numbers.o"
  "$2-gcc" -Os -c asker.c -o "$work/asker.o"
  link="lld-link -machine:$1 -safeseh:no -Brepro"
  $link -dll -noentry -def:numbers.def -out:"$1/numbers.dll" -implib:"$work/numbers.lib" "$work/numbers.o"
  link="$link -entry:mainCRTStartup -subsystem:console $work/asker.o $work/numbers.lib"
  link="$link $("$2-gcc" -print-file-name=libkernel32.a)"
  $link -out:"$1/numbers.exe"
  $link -delayload:numbers.dll -out:"$1/numbers-later.exe"
}

numbers x64 x86_64-w64-mingw32
numbers x86 i686-w64-mingw32
