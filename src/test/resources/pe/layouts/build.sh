#!/bin/sh
# Builds the pool of programs and libraries that layouts are made of, into the folder that is named; needs gcc-mingw-w64.
set -eu
cd "$(dirname "$0")"
out=$1
def() { printf 'LIBRARY %s\nEXPORTS\n' "$1"; shift; printf '%s\n' "$@"; }
pool() { # folder, tool prefix, entry of a library
  mkdir -p "$out/$1"
  cc="$2-gcc -s -O0"
  library="$cc -nostdlib -shared -e $3"
  in=$out/$1
  def b.dll 'fb @1' 'fb2 @2' 'fb2n=fb2 @7 NONAME' > "$in/b.def"
  def b.dll 'fb @1' > "$in/old.def"
  def b.dll 'fb @1' 'fb2 @7 NONAME' > "$in/number.def"
  def f.dll 'f1=b.fb' > "$in/f.def"
  def f.dll f1 > "$in/f-user.def"
  def a.dll fa > "$in/a.def"
  for each in b number f-user a; do "$2-dlltool" -d "$in/$each.def" -l "$in/$each.lib"; done
  $library -o "$in/b.dll" b.c "$in/b.def"
  $library -DOLD -o "$in/b-old.dll" b.c "$in/old.def"
  $library -o "$in/f.dll" f.c "$in/f.def"
  $library -o "$in/a.dll" a.c "$in/b.lib"
  $library -o "$in/a-number.dll" a.c "$in/number.lib"
  $library -DALONE -o "$in/a-alone.dll" a.c
}
pool x86 i686-w64-mingw32 _DllMainCRTStartup
pool x64 x86_64-w64-mingw32 DllMainCRTStartup
$cc -o "$in/program.exe" user.c "$in/a.lib" "$in/f-user.lib"
$cc -shared -DMODULE -o "$in/module.pyd" user.c "$in/a.lib" "$in/f-user.lib"
$cc -o "$in/host.exe" host.c
$cc -DLINKED -o "$in/host-linked.exe" host.c "$in/b.lib"
$cc -o "$in/driver.exe" driver.c
