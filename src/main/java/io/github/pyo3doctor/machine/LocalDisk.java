package io.github.pyo3doctor.machine;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** On Windows a Windows path is a path. */
final class LocalDisk implements WindowsDisk {
  @Override
  public boolean hasDriveOf(String windowsPath) {
    return true;
  }

  @Override
  public Optional<Path> find(String windowsPath) {
    try {
      return Optional.of(Path.of(windowsPath)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> windowsPath(Path path) {
    return Optional.of(path.toAbsolutePath().normalize().toString());
  }
}
