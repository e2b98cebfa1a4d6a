package io.github.pyo3doctor.binary;

import java.nio.file.Path;
import java.util.Optional;

/** The disk of a Mac as dyld sees it, or what can be said without one. */
final class MachODisk {
  private final UnixDisk disk;
  private final boolean missing;
  private final MachOCache cache;

  /**
   * @param root the folder that stands for its {@code /}, where there is one
   * @param outside the folder of the examined file, which may lie elsewhere
   * @param cache what lies in dyld's shared cache
   */
  MachODisk(Optional<Path> root, Path outside, MachOCache cache) {
    this.disk = new UnixDisk(root.orElse(outside.getRoot()), outside);
    this.missing = root.isEmpty();
    this.cache = cache;
  }

  /** Whether only what lies relative to the examined file can be looked at. */
  boolean isMissing() {
    return missing;
  }

  String nameOf(Path file) {
    return disk.nameOf(file);
  }

  /**
   * Where what dyld calls so lies on this machine, with all links followed.
   *
   * @param absolute whether it is named as one of the Mac's disk
   */
  Optional<Path> real(String name, boolean absolute) {
    return absolute && missing ? Optional.empty() : disk.real(name);
  }

  /** Whether macOS has it in its shared cache; what is only probable is not. */
  boolean isInCache(String path) {
    return cache.has(path) || MacOwnLibraries.isOnEvery(path);
  }
}
