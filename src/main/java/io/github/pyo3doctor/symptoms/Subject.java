package io.github.pyo3doctor.symptoms;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log has to do with, as a whole. Each tells in several ways, which are looked for one by
 * one: most lines hint at one of them only.
 */
enum Subject {
  PYTHON(
      Pattern.CASE_INSENSITIVE,
      """
      pyo3
      (?<!rust)python
      maturin
      \\bpyproject\\b
      \\bpypi\\b
      (?-i:\\bPy[A-Z_][A-Za-z])
      \\bcp3\\d+-
      \\bpip3?(\\.exe)? (install|wheel)\\b
      building wheel
      build dependencies for
      \\bpip-(install|req-build)-
      \\bpoetry (install|add)\\b
      \\buv (sync|add|pip)\\b
      \\bImportError
      \\.pyd\\b
      Traceback \\(most
      """),

  RUST(
      Pattern.CASE_INSENSITIVE,
      """
      pyo3
      maturin
      \\bcargo\\b
      \\brust(?!python)
      _rust\\b
      _rs\\b
      \\.rs\\b
      \\.rcgu\\.o
      \\.rlib
      \\bcrate\\b
      \\bCompiling [\\w-]+ v\\d
      error\\[E0\\d{3}\\]
      target[/\\\\](?:debug|release|wheels)\\b
      \\bpanicked at\\b
      could not compile `
      linking with `
      17h[0-9a-f]{16}E
      ::h[0-9a-f]{16}\\b
      \\$LT\\$
      ^ *= (?:note|help):\s
      """),

  /** Cargo is there, and has something to say. */
  CARGO_FAILS(
      0,
      """
      execution of `cargo metadata`
      `cargo metadata` exited with an error
      """),

  /** A Python in Rust, or a way from Rust to Python, that has nothing to do with PyO3. */
  RUSTPYTHON(
      0,
      """
      RUSTPYTHONPATH
      \\brustpython(\\.exe|[_-]vm)\\b
      could not compile `python3-sys`
      """),

  /** What is missing is there, and a feature or a target hides it. */
  HIDDEN_ITEM(0, "found an item that was configured out"),

  /** Packages that were installed: what fails to load is as likely one of them as one's own. */
  INSTALLED(0, "(?:site|dist)-packages[/\\\\]"),

  /** Tools of other languages, whose troubles may read the same. */
  OTHERS(
      Pattern.CASE_INSENSITIVE,
      """
      rustpython
      \\.cc\\b
      \\.cpp\\b
      \\.cxx\\b
      \\.hpp\\b
      \\.pyx\\b
      \\.f90\\b
      \\.cu\\b
      \\.obj\\b
      \\.java\\b
      \\.c:
      \\.c\s
      \\.go:
      \\.js:
      \\.ts:
      \\.cs:
      \\bg\\+\\+
      clang\\+\\+
      GLIBCXX_\\d
      nvcc
      swig
      cython
      pybind11
      nanobind
      boost_python
      f2py
      cmake
      node-gyp
      numba
      mypyc
      nuitka
      _ffi\\.
      \\bnpm\\b
      dotnet
      vcxproj
      csproj
      msbuild
      electron
      [/\\\\]opt[/\\\\]ros\\b
      \\bcatkin
      \\brosrun\\b
      \\broslaunch
      \\bros2\\b
      libtorch
      \\bcuda
      libcudart
      \\bmod_wsgi\\b
      \\buwsgi\\b
      pyinstaller
      \\bblender\\b
      \\bgfortran\\b
      scikit[_-]build
      \\bvcpkg\\b
      \\bllama[.-]cpp
      \\.gguf\\b
      \\bllvm-project\\b
      Referenced from: .*/bin/python[\\d.]*\\s*$
      Referenced from: (<[^>]*> )?(/usr/local|/opt/(homebrew|local)|/Applications)/(?!.*(site-packages|/target/))
      \\[PYI-\\d
      """);

  private final int flags;
  private final String ways;

  /**
   * @param ways regular expressions, one a line
   */
  Subject(int flags, String ways) {
    this.flags = flags;
    this.ways = ways;
  }

  /** The ways in which a line may have to do with it. */
  List<Pattern> patterns() {
    return ways.lines().map(each -> Pattern.compile(each, flags)).toList();
  }
}
