package io.github.pyo3doctor.guide;

import io.github.pyo3doctor.faq.BookFiles;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Opens the files of a guide. */
public final class GuideReader {
  private GuideReader() {}

  /**
   * The files of a guide's crate.
   *
   * @throws UnreadableFileException when it is gone, or an archive that cannot be read
   */
  public static BookFiles open(Guide guide) throws UnreadableFileException {
    if (Files.isDirectory(guide.path())) return inFolder(guide.path());
    Map<String, String> texts = CrateArchive.texts(guide.path());
    return path -> Optional.ofNullable(texts.get(path));
  }

  /** A symbolic link that leads out of the folder is not followed. */
  private static BookFiles inFolder(Path folder) throws UnreadableFileException {
    try {
      Path root = folder.toRealPath();
      return path -> {
        try {
          Path file = root.resolve(path).toRealPath();
          return file.startsWith(root) ? Optional.of(TextFiles.read(file)) : Optional.empty();
        } catch (IOException | UnreadableFileException e) {
          return Optional.empty();
        }
      };
    } catch (IOException e) {
      throw new UnreadableFileException(folder, TextFiles.reason(e));
    }
  }
}
