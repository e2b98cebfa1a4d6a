package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * What the Windows loader would look at when it needs a Python DLL.
 *
 * @param safeSearch whether safe DLL search mode is on (the default): the current directory comes
 *     after the system's
 * @param systemDirectory {@code C:\Windows\System32}
 * @param system16Directory {@code C:\Windows\System}
 * @param windowsDirectory {@code C:\Windows}
 * @param currentDirectory the folder a program would be started in
 * @param path the directories of {@code PATH}, in order, as written
 * @param directories what Python DLLs each directory named here, and each binary's, holds
 * @param interpreters the Python installations found without running them
 * @param binaries programs already built in the project
 */
public record WindowsLoader(
    boolean safeSearch,
    String systemDirectory,
    String system16Directory,
    String windowsDirectory,
    String currentDirectory,
    List<String> path,
    List<DllDirectory> directories,
    List<PythonInstallation> interpreters,
    List<BuiltBinary> binaries) {
  /** What was seen in a directory; Windows paths compare without regard to case. */
  public Optional<DllDirectory> directory(String path) {
    return directories.stream().filter(dir -> dir.path().equalsIgnoreCase(path)).findFirst();
  }
}
