package io.github.pyo3doctor.binary;

import java.util.Locale;
import java.util.Set;

/**
 * Names that the Windows loader does not search for: API sets, which stand for whatever of Windows
 * implements them ("Windows API sets"), and the known DLLs, which always come from the system
 * folder (the registry's {@code Session Manager\KnownDLLs}, as Windows 10 and 11 come with it, and
 * what those need in turn).
 */
final class WindowsOwnDlls {
  private static final Set<String> KNOWN =
      Set.of(
          "advapi32.dll",
          "clbcatq.dll",
          "combase.dll",
          "comdlg32.dll",
          "coml2.dll",
          "difxapi.dll",
          "gdi32.dll",
          "gdiplus.dll",
          "imagehlp.dll",
          "imm32.dll",
          "kernel32.dll",
          "kernelbase.dll",
          "msctf.dll",
          "msvcrt.dll",
          "normaliz.dll",
          "nsi.dll",
          "ntdll.dll",
          "ole32.dll",
          "oleaut32.dll",
          "psapi.dll",
          "rpcrt4.dll",
          "sechost.dll",
          "setupapi.dll",
          "shcore.dll",
          "shell32.dll",
          "shlwapi.dll",
          "ucrtbase.dll",
          "user32.dll",
          "wldap32.dll",
          "ws2_32.dll");

  private WindowsOwnDlls() {}

  static boolean isApiSet(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("api-") || lower.startsWith("ext-");
  }

  static boolean isKnown(String name) {
    return KNOWN.contains(name.toLowerCase(Locale.ROOT));
  }
}
