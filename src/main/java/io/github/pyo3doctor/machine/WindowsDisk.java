package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.binary.WindowsFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The disks of a Windows machine: this one's own, or folders here that stand for its drives. */
public interface WindowsDisk extends WindowsFiles {
  /** The Windows path of a file or folder here, if it lies on one of the drives. */
  Optional<String> windowsPath(Path path);

  /** The disks of the Windows this runs on. */
  static WindowsDisk local() {
    return new LocalDisk();
  }

  /**
   * Folders that stand for drives: a mounted disk, a Wine prefix's {@code drive_c}.
   *
   * @param drives each drive's letter and the folder that is its root
   */
  static WindowsDisk mapped(Map<Character, Path> drives) {
    return new MappedDrives(drives);
  }
}
