package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * The Python DLLs of one directory.
 *
 * @param path as a Windows path
 * @param exists whether there is such a directory
 * @param unreadable why it could not be listed, if it could not
 * @param dlls every {@code *python3*.dll} in it
 */
public record DllDirectory(
    String path, boolean exists, Optional<String> unreadable, List<PythonDll> dlls) {
  /** The DLL of that name; Windows names compare without regard to case. */
  public Optional<PythonDll> dll(String name) {
    return dlls.stream().filter(dll -> dll.name().equalsIgnoreCase(name)).findFirst();
  }
}
