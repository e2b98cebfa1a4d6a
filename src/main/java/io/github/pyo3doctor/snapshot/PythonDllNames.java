package io.github.pyo3doctor.snapshot;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The file names that Python's library has on Windows: {@code python312.dll}, {@code
 * python313t.dll} (free-threaded), {@code python312_d.dll} (debug), {@code python3.dll} and {@code
 * python3t.dll} (stable ABI), {@code libpython3.12.dll} (MinGW), {@code libpypy3.11-c.dll} (PyPy).
 */
public final class PythonDllNames {
  private static final Pattern STABLE = Pattern.compile("(?:lib)?python3t?(?:_d)?\\.dll");
  private static final Pattern VERSIONED =
      Pattern.compile(
          "python3\\d{1,2}t?(?:_d)?\\.dll"
              + "|libpython3\\.\\d{1,2}t?(?:_d)?\\.dll"
              + "|libpypy3(?:\\.\\d{1,2})?-c\\.dll");

  private PythonDllNames() {}

  /** Whether a file of that name is a Python's library. */
  public static boolean matches(String name) {
    return isStable(name) || isVersioned(name);
  }

  /**
   * Whether the name is that of the stable ABI, which every Python 3 brings under the same name.
   */
  public static boolean isStable(String name) {
    return STABLE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether the name belongs to one version of Python. */
  public static boolean isVersioned(String name) {
    return VERSIONED.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }
}
