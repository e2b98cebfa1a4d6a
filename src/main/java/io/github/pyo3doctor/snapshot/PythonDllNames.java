package io.github.pyo3doctor.snapshot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file names that Python's library has on Windows: {@code python312.dll}, {@code
 * python313t.dll} (free-threaded), {@code python312_d.dll} (debug), {@code python3.dll} and {@code
 * python3t.dll} (stable ABI), {@code libpython3.12.dll} (MinGW), {@code libpypy3.11-c.dll} (PyPy),
 * {@code python-native.dll} (GraalPy). Source: {@code default_lib_name_windows} of PyO3's build
 * script; the tests hold a table of them.
 */
public final class PythonDllNames {
  private static final Pattern CPYTHON =
      Pattern.compile("(?:python3(\\d{1,2})?|libpython3(?:\\.(\\d{1,2}))?)(t)?(_d)?\\.dll");
  private static final Pattern PYPY = Pattern.compile("libpypy3(\\.\\d{1,2})?-c\\.dll");

  private static final String GRAALPY = "python-native.dll";

  private PythonDllNames() {}

  /** Whether a file of that name is a Python's library. */
  public static boolean matches(String name) {
    return whose(name).isPresent();
  }

  /**
   * Whether the name is that of the stable ABI, which every Python 3 brings under the same name.
   */
  public static boolean isStable(String name) {
    Matcher cpython = CPYTHON.matcher(name.toLowerCase(Locale.ROOT));
    return cpython.matches() && minor(cpython).isEmpty();
  }

  /** Whether the name belongs to one version of Python. */
  public static boolean isVersioned(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher cpython = CPYTHON.matcher(lower);
    return cpython.matches() ? minor(cpython).isPresent() : PYPY.matcher(lower).matches();
  }

  /** Which Python brings a library of that name: {@code free-threaded CPython 3.13}. */
  public static Optional<String> whose(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher pypy = PYPY.matcher(lower);
    Matcher cpython = CPYTHON.matcher(lower);
    if (lower.equals(GRAALPY)) return Optional.of("GraalPy");
    if (pypy.matches()) {
      return Optional.of("PyPy 3" + Optional.ofNullable(pypy.group(1)).orElse(""));
    }
    return cpython.matches()
        ? Optional.of(
            python(minor(cpython), cpython.group(3) != null)
                + (lower.startsWith("lib") ? " of MinGW or MSYS2" : "")
                + (cpython.group(4) != null ? ", debug build" : ""))
        : Optional.empty();
  }

  private static String python(Optional<String> minor, boolean freeThreaded) {
    String stable =
        freeThreaded
            ? "any CPython 3 (stable ABI of free-threaded builds)"
            : "any CPython 3 (stable ABI)";
    return minor
        .map(number -> (freeThreaded ? "free-threaded " : "") + "CPython 3." + number)
        .orElse(stable);
  }

  private static Optional<String> minor(Matcher cpython) {
    return Optional.ofNullable(cpython.group(1)).or(() -> Optional.ofNullable(cpython.group(2)));
  }
}
