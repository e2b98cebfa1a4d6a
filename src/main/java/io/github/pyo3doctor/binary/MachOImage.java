package io.github.pyo3doctor.binary;

import java.util.Optional;

/** What dyld has taken; each is itself, whatever it says. */
final class MachOImage {
  private final String path;
  private final Optional<MachOSlice> slice;

  /**
   * @param path as dyld names it
   * @param slice what it says; empty for a library of the system's that lies on no disk
   */
  MachOImage(String path, Optional<MachOSlice> slice) {
    this.path = path;
    this.slice = slice;
  }

  /**
   * Who asked for whom until it came to this: the list of dyld's run paths.
   *
   * @param image who asks
   * @param before who asked for that
   */
  record Chain(MachOImage image, Optional<Chain> before) {}

  String path() {
    return path;
  }

  Optional<MachOSlice> slice() {
    return slice;
  }

  /** Whether a need that is written so is this one, without a search. */
  boolean isCalled(String name) {
    return path.equals(name)
        || slice.flatMap(MachOSlice::installName).filter(name::equals).isPresent();
  }

  String folder() {
    int slash = path.lastIndexOf('/');
    return slash > 0 ? path.substring(0, slash) : "/";
  }
}
