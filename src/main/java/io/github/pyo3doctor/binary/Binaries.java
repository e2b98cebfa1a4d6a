package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads binary files, and keeps what it read as long as the files do not change and there is memory
 * for it: most programs need the same libraries.
 */
public final class Binaries {
  private final KeptFiles<ElfFile> elf =
      new KeptFiles<>(
          new ElfReader()::read, file -> file.defined().size() + file.undefined().size());
  private final KeptFiles<PeFile> pe =
      new KeptFiles<>(new PeReader()::read, file -> file.exports().size());
  private final KeptFiles<MachOFile> machO =
      new KeptFiles<>(
          new MachOReader()::read,
          file ->
              file.slices().stream()
                  .mapToInt(s -> s.defined().size() + s.undefined().size())
                  .sum());

  /**
   * An ELF file.
   *
   * @throws MalformedBinaryException if it is none or contradicts itself
   * @throws IOException if it cannot be read
   */
  public ElfFile elf(Path file) throws IOException {
    return elf.read(file);
  }

  /** An ELF file that was read already. */
  Optional<ElfFile> knownElf(Path file) throws IOException {
    return elf.known(file);
  }

  /**
   * A PE file.
   *
   * @throws MalformedBinaryException if it is none or contradicts itself
   * @throws IOException if it cannot be read
   */
  public PeFile pe(Path file) throws IOException {
    return pe.read(file);
  }

  /**
   * A Mach-O file.
   *
   * @throws MalformedBinaryException if it is none or contradicts itself
   * @throws IOException if it cannot be read
   */
  public MachOFile machO(Path file) throws IOException {
    return machO.read(file);
  }
}
