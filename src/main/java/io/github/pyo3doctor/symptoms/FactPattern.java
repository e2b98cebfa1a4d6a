package io.github.pyo3doctor.symptoms;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line that tells a fact.
 *
 * @param kind which
 * @param pattern its groups, joined by points, are the value
 */
record FactPattern(FactKind kind, Pattern pattern) {
  static List<FactPattern> all() {
    return List.of(
        of(
            FactKind.PYO3,
            "\\bpyo3(?:-ffi|-build-config|-macros|-macros-backend)?(?: v|-|@)"
                + "(\\d+\\.\\d+\\.\\d+(?:-[a-z]+[.\\d]*)?)(?![\\w-])"),
        of(
            FactKind.PYO3,
            "check if an updated version of PyO3 is available\\. Current version:"
                + " (\\d+\\.\\d+\\.\\d+)"),
        of(FactKind.PYO3, "^\\W*Current version: (0\\.\\d+\\.\\d+)\\s*$"),
        of(FactKind.PYO3, "\\bpyo3\\.rs/v(\\d+\\.\\d+\\.\\d+)/"),
        of(FactKind.PYO3, "being built with PyO3 version (\\d+\\.\\d+\\.\\d+)"),
        of(
            FactKind.PYTHON,
            "(?:Python|PyPy|GraalPy|RustPython)(?: interpreter)? version \\((\\d+\\.\\d+)"),
        of(FactKind.PYTHON, "\\bpython(\\d)(\\d{1,2})t?(?:_d)?\\.(?:dll|lib)\\b"),
        of(FactKind.PYTHON, "\\blibpython(\\d\\.\\d+)"),
        of(FactKind.PYTHON, "\\b(?:CPython|Python) (3\\.\\d+)(?:\\.\\d+)?\\b"),
        of(FactKind.PYTHON, "\\bpython(3\\.\\d+)\\b"),
        of(FactKind.PYTHON, "\\bcp(3)(\\d{1,2})-"),
        of(FactKind.PYTHON, "-lpython(3)\\.?(\\d{1,2})t?\\b"),
        of(FactKind.PYTHON, "interpreter `(3\\.\\d+)t?`"),
        // Python imports no file whose name ends as those of another version do.
        of(FactKind.PYTHON, "\\.cpython-(3)(\\d{1,2})[a-z]?-"),
        of(FactKind.SUPPORTED, "(?:maximum|minimum) supported version \\((\\d+\\.\\d+)\\)"),
        of(FactKind.SUPPORTED, "^\\W*\\((3\\.\\d+)\\)\\s*$"),
        of(FactKind.CRATE, "[Cc]ould not compile `([\\w-]+)`"),
        of(FactKind.CRATE, "^ *Compiling ([\\w-]+) v\\S+ \\((?!registry)"),
        // A package of one's own is named with its folder.
        of(FactKind.CRATE, "\\bfingerprint (?:error|dirty) for ([\\w-]+) v\\S+ \\((?!registry)"),
        of(
            FactKind.PACKAGE,
            "\\bpip-install-\\w+[/\\\\]([a-zA-Z][\\w.-]*?)(?:_[0-9a-f]{32})?(?=[/\\\\\\s'\"]|$)"),
        of(
            FactKind.PACKAGE,
            "\\b([a-zA-Z]\\w*)-\\d[\\w.+!]*-(?:cp|pp|py)\\d\\w*-\\w+-[\\w.]+\\.whl is not a"
                + " supported"),
        of(
            FactKind.PACKAGE,
            "(?:Failed b|B)uilding (?:editable |wheel )+for ([a-zA-Z][\\w.-]*\\w)"),
        of(FactKind.PACKAGE, "Failed to build ([a-zA-Z][\\w.-]*\\w)$"),
        of(
            FactKind.MODULE,
            "(?:ImportError: |\\bdlopen\\(|required by |cannot load library ')\\S*?([A-Za-z_]\\w*)"
                + "\\.(?:cpython-3[\\w-]+|abi3t?|pypy3[\\w-]+)\\.(?:so|pyd)\\b"),
        of(FactKind.MODULE, "Py(?:Init|ModExport)_(\\w+)"),
        of(FactKind.MODULE, "while importing (\\w+):"),
        of(FactKind.MODULE, "\\bmodule ([\\w.]+) does not support loading in subinterpreters"),
        of(
            FactKind.MODULE,
            "[Mm]odule (?:named"
                + " )?'(?!(?:encodings|sysconfig|pyo3_runtime|setuptools_rust|maturin)')([\\w.]+)'"),
        // macOS puts an underscore before each name; some of Python's begin with one themselves.
        of(
            FactKind.SYMBOL,
            "(?:^\\s*\"?(?=\\w+\"?, referenced from)|namespace '|Symbol not found:"
                + " \\(?|(?:^\\s*|note: |ld64\\.lld: )error: undefined symbol: )"
                + "_(_?Py(?!Init_|ModExport_)(?:[A-Z]\\w*)?_\\w+)"),
        of(
            FactKind.SYMBOL,
            "^(?!.*(?:, referenced from|flat namespace|Symbol not found: |ld64\\.lld|(?:^\\s*|note:"
                + " )error: undefined symbol: _))"
                + ".*?(?<![\\w.])(?:__imp__?(?=Py|_Py_))?(_?Py(?!Init_|ModExport_)(?:[A-Z]\\w*)?_\\w+)"),
        of(FactKind.LIBRARY, "(?i)\\b(python3\\d*t?(?:_d)?\\.(?:dll|lib))\\b"),
        of(FactKind.LIBRARY, "\\b(libpython3[\\w.]+\\w)"),
        of(
            FactKind.TARGET,
            "(?<!/lib/)(?<!(?:stable|nightly|beta|\\d)-)\\b((?:x86_64|i[56]86|aarch64|arm64|armv7|riscv64gc|powerpc64le|s390x|wasm32)-(?:[a-z0-9]+-)?"
                + "(?:linux|windows|darwin|freebsd|emscripten|wasi)(?:-[a-z0-9]+)?)\\b"),
        // Other crates are named by their whole path, or lie in vendor/.
        of(FactKind.FILE, "--> (?!/|[A-Za-z]:[/\\\\]|vendor[/\\\\])([^:]+:\\d+)"),
        of(FactKind.RUSTC, "(?<!requires )\\brustc (?:version is )?(\\d+\\.\\d+(?:\\.\\d+)?)"));
  }

  private static FactPattern of(FactKind kind, String pattern) {
    return new FactPattern(kind, Pattern.compile(pattern));
  }
}
