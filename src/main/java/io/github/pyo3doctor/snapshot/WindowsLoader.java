package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * What the Windows loader would look at when it needs a Python DLL.
 *
 * @param safeSearch whether safe DLL search mode is on (the default): the current directory comes
 *     after the system's
 * @param systemDirectory {@code C:\Windows\System32}
 * @param wow64Directory {@code C:\Windows\SysWOW64}, which 32-bit programs see in the place of
 *     System32; empty on 32-bit Windows
 * @param system16Directory {@code C:\Windows\System}
 * @param windowsDirectory {@code C:\Windows}
 * @param currentDirectory the folder a program would be started in
 * @param path the directories of {@code PATH}, in order, as written
 * @param directories what Python DLLs each directory named here, and each binary's, holds
 * @param interpreters the Python installations found without running them; the one that PyO3's
 *     build script takes comes first
 * @param binaries programs already built in the project
 */
public record WindowsLoader(
    boolean safeSearch,
    String systemDirectory,
    Optional<String> wow64Directory,
    String system16Directory,
    String windowsDirectory,
    String currentDirectory,
    List<String> path,
    List<DllDirectory> directories,
    List<PythonInstallation> interpreters,
    List<BuiltBinary> binaries) {
  /**
   * What was seen in a directory, however it is written; Windows paths compare without regard to
   * case.
   */
  public Optional<DllDirectory> directory(String written) {
    String path = WindowsPaths.full(written, currentDirectory);
    return directories.stream()
        .filter(dir -> WindowsPaths.full(dir.path(), currentDirectory).equalsIgnoreCase(path))
        .findFirst();
  }
}
