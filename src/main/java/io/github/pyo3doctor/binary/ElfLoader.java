package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the dynamic loader of Linux would do with a program or library, told from the files alone:
 * breadth-first over {@code DT_NEEDED}, each need looked for as ld.so(8) says, then versions, then
 * names.
 */
public final class ElfLoader {
  private static final int SET_USER_OR_GROUP = 0xc00;

  private final ElfSurroundings surroundings;
  private final Binaries binaries;

  /**
   * @param surroundings what counts beside the file
   * @param binaries reads files
   */
  public ElfLoader(ElfSurroundings surroundings, Binaries binaries) {
    this.surroundings = surroundings;
    this.binaries = binaries;
  }

  /**
   * Follows the loader.
   *
   * @throws MalformedBinaryException if it is no ELF file or contradicts itself
   * @throws IOException if it cannot be read
   */
  public Inspection inspect(Path path) throws IOException {
    ElfFile file = binaries.elf(path);
    Path folder = path.toAbsolutePath().normalize().getParent();
    UnixDisk disk = new UnixDisk(surroundings.root(), folder);
    boolean musl = isForMusl(file);
    ElfSearch search =
        new ElfSearch(
            disk,
            surroundings,
            musl ? ElfCache.none() : ElfCache.read(disk.real("/etc/ld.so.cache")),
            file,
            !surroundings.pythonImport() && isPrivileged(path),
            musl,
            binaries);
    ElfImages images = new ElfImages(disk, search, file);
    Optional<ElfImage> caller = Optional.empty();
    if (surroundings.pythonImport() && surroundings.python().isPresent()) {
      Path python = surroundings.python().get();
      ElfFile program = binaries.elf(python);
      if (program.wide() != file.wide() || program.machine() != file.machine()) {
        return otherThanPython(path, file, program);
      }
      caller = Optional.of(images.start(disk.nameOf(python), python, program, Optional.empty()));
      images.loadNeeds();
      caller = Optional.of(images.holderOf("PyImport_ImportModule").orElse(caller.get()));
    }
    int before = images.needs().size();
    images.start(disk.nameOf(path), path, file, caller);
    images.loadNeeds();
    ElfVerdict verdict = new ElfVerdict(images, file, surroundings, musl);
    return verdict.inspection(path.toString(), before);
  }

  private Inspection otherThanPython(Path path, ElfFile file, ElfFile program) {
    String other = ElfPlatform.of(program.machine(), program.wide()).name();
    String status =
        program.wide() == file.wide()
            ? "cannot open shared object file: No such file or directory"
            : "wrong ELF class: " + (file.wide() ? "ELFCLASS64" : "ELFCLASS32");
    return new Inspection(
        path.toString(),
        "ELF",
        ElfPlatform.of(file.machine(), file.wide()).name(),
        "python-import",
        LoadOutcome.WRONG_ARCHITECTURE,
        Optional.of(path + ": " + status),
        List.<Need>of(),
        List.of("The interpreter is for " + other + ", the file is not."));
  }

  private static boolean isForMusl(ElfFile file) {
    return file.interpreter().filter(name -> name.contains("/ld-musl-")).isPresent()
        || file.needed().stream().anyMatch(name -> name.startsWith("libc.musl-"));
  }

  private static boolean isPrivileged(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return false;
    }
    return Files.getAttribute(path, "unix:mode") instanceof Integer mode
        && (mode & SET_USER_OR_GROUP) != 0;
  }
}
