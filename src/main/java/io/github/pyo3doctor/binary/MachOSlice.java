package io.github.pyo3doctor.binary;

import java.util.List;
import java.util.Optional;

/**
 * What macOS loads on one kind of processor, as far as dyld needs to know it before it runs.
 *
 * @param architecture the processor it is for
 * @param wide whether addresses take 64 bits
 * @param kind the {@code filetype} of the header: 2 a program, 6 a library, 8 a bundle, as Python's
 *     extension modules are
 * @param installName the name that programs linked with this library will look for; a library's
 *     {@code LC_ID_DYLIB}
 * @param needed the libraries it needs, in the order in which they are loaded
 * @param rpaths the folders that stand for {@code @rpath}, as written
 * @param platform the system it is made for, as {@code LC_BUILD_VERSION} numbers them: 1 is macOS;
 *     empty when it does not say
 * @param leastVersion the oldest macOS it is made for, {@code 11.0}; empty when it does not say
 * @param sdk the macOS whose SDK it was linked with
 * @param security what keeps its process from taking variables
 * @param bindsAtOnce whether all its names must be found before it starts, as with chained fixups
 * @param undefined the names it asks other files for
 * @param defined the names it offers, without the underscore that C puts before them
 */
public record MachOSlice(
    MachOArchitecture architecture,
    boolean wide,
    int kind,
    Optional<String> installName,
    List<MachODependency> needed,
    List<String> rpaths,
    Optional<Integer> platform,
    Optional<String> leastVersion,
    Optional<String> sdk,
    MachOSecurity security,
    boolean bindsAtOnce,
    List<MachOImport> undefined,
    List<String> defined) {
  static final int PROGRAM = 2;

  /** {@code PLATFORM_MACOS}. */
  static final int MACOS = 1;

  /** Whether Python finds a module in it. */
  public boolean isModule() {
    return defined.stream()
        .anyMatch(name -> name.startsWith("PyInit_") || name.startsWith("PyModExport_"));
  }
}
