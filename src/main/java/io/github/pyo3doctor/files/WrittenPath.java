package io.github.pyo3doctor.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths that somebody else wrote: a variable, a setting, the registry. */
public final class WrittenPath {
  private WrittenPath() {}

  /** The path; empty when no file can have that name here. */
  public static Optional<Path> of(String written) {
    try {
      return Optional.of(Path.of(written));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The path; empty also when it hangs on the folder that some program is started in. */
  public static Optional<Path> absolute(String written) {
    return of(written).filter(Path::isAbsolute);
  }
}
