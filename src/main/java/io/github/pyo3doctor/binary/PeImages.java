package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Windows libraries that were read, each once. */
final class PeImages {
  private final Binaries binaries;
  private final Map<Path, Image> images = new HashMap<>();

  PeImages(Binaries binaries) {
    this.binaries = binaries;
  }

  /** What became of reading a file. */
  sealed interface Image {
    /** It was read. */
    record Read(PeFile file) implements Image {}

    /** It could not be read, for that reason. */
    record Unreadable(String reason) implements Image {}
  }

  Image at(Path path) {
    return images.computeIfAbsent(path, this::read);
  }

  private Image read(Path path) {
    try {
      return new Image.Read(binaries.pe(path));
    } catch (MalformedBinaryException e) {
      return new Image.Unreadable(e.getMessage());
    } catch (IOException e) {
      return new Image.Unreadable("cannot be read");
    }
  }
}
