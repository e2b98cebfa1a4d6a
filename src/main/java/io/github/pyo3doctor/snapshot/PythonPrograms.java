package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * The programs that PyO3's build script starts as a Python, as it writes them. Source: {@code
 * find_interpreter}, {@code venv_interpreter} and {@code conda_env_interpreter} in {@code
 * pyo3-build-config/src/impl_.rs}, the same from 0.20.3 to 0.30.1.
 */
public final class PythonPrograms {
  /** What is looked for on {@code PATH}, in this order. */
  public static final List<String> ON_PATH = List.of("python", "python3");

  private PythonPrograms() {}

  /** The Python of the folder that {@code VIRTUAL_ENV} names, be it there or not. */
  public static String ofVirtualEnvironment(OperatingSystem os, String folder) {
    return os == OperatingSystem.WINDOWS
        ? join(folder, "Scripts\\python.exe", "\\")
        : join(folder, "bin/python", "/");
  }

  /** The Python of the folder that {@code CONDA_PREFIX} names, be it there or not. */
  public static String ofConda(OperatingSystem os, String folder) {
    return os == OperatingSystem.WINDOWS
        ? join(folder, "python.exe", "\\")
        : join(folder, "bin/python", "/");
  }

  /** As Rust's {@code Path::join}: an empty folder adds nothing. */
  private static String join(String folder, String file, String separator) {
    return folder.isEmpty() || folder.endsWith("/") || folder.endsWith(separator)
        ? folder + file
        : folder + separator + file;
  }

  /** Whether a program is a path, for which {@code PATH} is not searched. */
  public static boolean isPath(OperatingSystem os, String program) {
    return program.contains("/") || (os == OperatingSystem.WINDOWS && program.contains("\\"));
  }
}
