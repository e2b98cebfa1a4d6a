package io.github.pyo3doctor.symptoms;

import java.util.regex.Pattern;

/** What a log has to do with, as a whole. */
enum Subject {
  PYTHON(
      "(?i)pyo3|(?<!rust)python|maturin|\\bpyproject\\b|\\bpypi\\b|(?-i:\\bPy[A-Z_][A-Za-z])|\\bcp3\\d+-|\\bpip3?(\\.exe)?"
          + " (install|wheel)\\b|building wheel|build dependencies"
          + " for|\\bpip-(install|req-build)-|\\bpoetry (install|add)\\b|\\buv"
          + " (sync|add|pip)\\b|\\bImportError|\\.pyd\\b|Traceback \\(most"),

  RUST(
      "(?i)pyo3|maturin|\\bcargo\\b|\\brust(?!python)|_rust\\b|_rs\\b|\\.rs\\b|\\.rcgu\\.o|\\.rlib|\\bcrate\\b|\\bCompiling"
          + " [\\w-]+ v\\d|error\\[E0\\d{3}\\]|target[/\\\\](?:debug|release|wheels)\\b|\\bpanicked"
          + " at\\b|could not compile `|linking with"
          + " `|17h[0-9a-f]{16}E|::h[0-9a-f]{16}\\b|\\$LT\\$|^ *= (?:note|help): "),

  /** Cargo is there, and has something to say. */
  CARGO_FAILS("execution of `cargo metadata`|`cargo metadata` exited with an error"),

  /** A Python in Rust, or a way from Rust to Python, that has nothing to do with PyO3. */
  RUSTPYTHON("RUSTPYTHONPATH|\\brustpython(\\.exe|[_-]vm)\\b|could not compile `python3-sys`"),

  /** What is missing is there, and a feature or a target hides it. */
  HIDDEN_ITEM("found an item that was configured out"),

  /** Packages that were installed: what fails to load is as likely one of them as one's own. */
  INSTALLED("(?:site|dist)-packages[/\\\\]"),

  /** Tools of other languages, whose troubles may read the same. */
  OTHERS(
      "(?i)rustpython|\\.cc\\b|\\.cpp\\b|\\.cxx\\b|\\.hpp\\b|\\.pyx\\b|\\.f90\\b|\\.cu\\b|\\.obj\\b|\\.java\\b|\\.c:|\\.c"
          + " |\\.go:|\\.js:|\\.ts:|\\.cs:"
          + "|\\bg\\+\\+|clang\\+\\+|GLIBCXX_\\d|nvcc|swig|cython|pybind11|nanobind|boost_python|f2py|cmake|node-gyp"
          + "|numba|mypyc|nuitka|_ffi\\.|\\bnpm\\b|dotnet|vcxproj|csproj|msbuild|electron"
          + "|[/\\\\]opt[/\\\\]ros\\b|\\bcatkin|\\brosrun\\b|\\broslaunch|\\bros2\\b|libtorch|\\bcuda|CUDA|libcudart|\\bmod_wsgi\\b|\\buwsgi\\b|pyinstaller|\\bblender\\b|\\bgfortran\\b|scikit[_-]build|\\bvcpkg\\b|\\bllama[.-]cpp|\\.gguf\\b|\\bllvm-project\\b|Referenced"
          + " from: (.*/bin/python[\\d.]*\\s*$|(<[^>]*>"
          + " )?(/usr/local|/opt/(homebrew|local)|/Applications)/(?!.*(site-packages|/target/)))|\\[PYI-\\d");

  private final Pattern pattern;

  Subject(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  Pattern pattern() {
    return pattern;
  }
}
