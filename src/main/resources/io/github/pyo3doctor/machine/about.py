# Tells what a Python is. Runs on every Python from 2.7 on, with nothing but its own library.
import os
import struct
import sys
import sysconfig


def say(key, value):
    if value in (None, ""):
        return
    line = "%s=%s\n" % (key, value)
    if sys.version_info[0] > 2:
        sys.stdout.buffer.write(line.encode("utf-8", "surrogateescape"))
    else:
        sys.stdout.write(line)


def first_file(folders, names):
    for folder in folders:
        for name in names:
            if folder and name and os.path.isfile(os.path.join(folder, name)):
                return os.path.join(folder, name)


def implementation_name():
    """As the module platform calls it, whose import takes as long as all the rest."""
    known = {"cpython": "CPython", "pypy": "PyPy", "graalpy": "GraalVM"}
    name = getattr(getattr(sys, "implementation", None), "name", "")
    if name in known:
        return known[name]
    import platform

    return platform.python_implementation()


var = sysconfig.get_config_var
implementation = implementation_name()
base = getattr(sys, "base_prefix", sys.prefix)
windows = os.name == "nt"
free_threaded = str(var("Py_GIL_DISABLED")) == "1"
debug = hasattr(sys, "gettotalrefcount") or (var("EXT_SUFFIX") or "").startswith("_d.")
framework = var("PYTHONFRAMEWORK") and var("PYTHONFRAMEWORKPREFIX")

say("implementation", implementation)
say("version", sys.version.split()[0])
say("executable", sys.executable)
say("prefix", base)
say("platform", sysconfig.get_platform())
say("pointer-width", struct.calcsize("P") * 8)
say("free-threaded", free_threaded)
say("debug", debug)
say(
    "shared",
    windows
    or implementation in ("PyPy", "GraalVM")
    or bool(framework)
    or bool(var("Py_ENABLE_SHARED"))
    or os.path.exists(os.path.join(base, "conda-meta")),
)
say("framework", framework)
say("library-folder", var("LIBDIR"))

if windows:
    stem = "python%d%d%s%s" % (
        sys.version_info[0],
        sys.version_info[1],
        "t" if free_threaded else "",
        "_d" if debug else "",
    )
    say("shared-library", first_file([base], [stem + ".dll", "libpypy%d.%d-c.dll" % sys.version_info[:2]]))
    say("import-library", first_file([os.path.join(base, "libs")], [stem + ".lib"]))
else:
    names = [name for name in (var("INSTSONAME"), var("LDLIBRARY")) if name and not name.endswith(".a")]
    if os.path.exists(os.path.join(base, "conda-meta")):
        names += ["libpython%s%s" % (var("LDVERSION") or var("VERSION"), end) for end in (".so", ".dylib")]
    folders = [
        framework or None,
        var("LIBDIR"),
        os.path.join(var("LIBDIR") or "", var("MULTIARCH") or ""),
        var("LIBPL"),
        os.path.join(base, "lib"),
        os.path.join(base, "bin"),
    ]
    say("shared-library", first_file(folders, names))
headers = sysconfig.get_paths().get("include")
if headers and os.path.isfile(os.path.join(headers, "Python.h")):
    say("headers", headers)
