package io.github.pyo3doctor.binary;

import java.nio.file.Path;
import java.util.Optional;

/** The files of a Windows machine by their Windows paths, wherever they really are. */
public interface WindowsFiles {
  /** Whether the drive of a full Windows path can be looked at. */
  boolean hasDriveOf(String windowsPath);

  /** The file or folder of a full Windows path, if it exists. */
  Optional<Path> find(String windowsPath);
}
