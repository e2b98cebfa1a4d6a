package io.github.pyo3doctor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsPathsTest {
  @ParameterizedTest
  @CsvSource({
    "C:\\Python312\\, C:\\Python312",
    "c:/Python312//Scripts, c:\\Python312\\Scripts",
    "C:\\a\\.\\b\\..\\c, C:\\a\\c",
    "C:\\..\\..\\a, C:\\a",
    "C:\\, C:\\",
    "sub\\dir, D:\\work\\sub\\dir",
    "..\\dlls, D:\\dlls",
    "\\tools, D:\\tools",
    "d:sub, D:\\work\\sub",
    "E:sub, E:\\sub",
    ".., D:\\",
    "\\\\?\\C:\\a, C:\\a",
    "\\\\server\\share\\dir\\, \\\\server\\share\\dir",
    "\\\\?\\UNC\\server\\share\\dir, \\\\server\\share\\dir",
    "%PYTHON%, D:\\work\\%PYTHON%"
  })
  void aPathBecomesFull(String written, String full) {
    assertThat(WindowsPaths.full(written, "D:\\work")).isEqualTo(full);
  }

  @Test
  void theParentOfAFolderInTheRootIsTheRoot() {
    assertThat(WindowsPaths.parent("C:\\Python312\\python.exe")).isEqualTo("C:\\Python312");
    assertThat(WindowsPaths.parent("C:\\Python312")).isEqualTo("C:\\");
    assertThat(WindowsPaths.child("C:\\", "a")).isEqualTo("C:\\a");
  }

  @ParameterizedTest
  @CsvSource({
    "python3.dll, true, false",
    "Python3t.DLL, true, false",
    "python3_d.dll, true, false",
    "libpython3.dll, true, false",
    "python312.dll, false, true",
    "python39_d.dll, false, true",
    "python313t.dll, false, true",
    "python314t_d.dll, false, true",
    "libpython3.12.dll, false, true",
    "libpypy3.11-c.dll, false, true",
    "python27.dll, false, false",
    "pythoncom312.dll, false, false",
    "python312.dll.bak, false, false"
  })
  void aPythonDllIsKnownByItsName(String name, boolean stable, boolean versioned) {
    assertThat(PythonDllNames.isStable(name)).isEqualTo(stable);
    assertThat(PythonDllNames.isVersioned(name)).isEqualTo(versioned);
    assertThat(PythonDllNames.matches(name)).isEqualTo(stable || versioned);
  }
}
