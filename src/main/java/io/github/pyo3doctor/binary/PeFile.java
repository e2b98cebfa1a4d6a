package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Architecture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Windows executable or library, as far as the loader needs to know it before it runs.
 *
 * @param machine the COFF machine number
 * @param wide whether addresses take 64 bits (PE32+) instead of 32 (PE32)
 * @param dll whether it is marked as a library
 * @param imports libraries that are loaded before the program starts
 * @param delayImports libraries that are loaded at the first call into them
 * @param exports what other files may ask of this one by name
 * @param ordinals the numbers by which they may ask, named or not, each with what it is handed on
 *     to as {@link PeExport#forwarder}
 * @param version the file version of the version resource: {@code 3.12.4150.1013}
 */
public record PeFile(
    int machine,
    boolean wide,
    boolean dll,
    List<PeImport> imports,
    List<PeImport> delayImports,
    List<PeExport> exports,
    Map<Integer, Optional<String>> ordinals,
    Optional<String> version) {
  /** The processor it is built for; empty for one that Python is not shipped for. */
  public Optional<Architecture> architecture() {
    return switch (machine) {
      case 0x014c -> Optional.of(Architecture.X86);
      case 0x8664 -> Optional.of(Architecture.X64);
      case 0xaa64 -> Optional.of(Architecture.ARM64);
      default -> Optional.empty();
    };
  }
}
