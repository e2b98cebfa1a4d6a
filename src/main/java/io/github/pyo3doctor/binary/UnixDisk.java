package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** The disk as a loader of Linux or macOS sees it; a folder may stand for its root. */
final class UnixDisk {
  /** As many links as Linux follows. */
  private static final int MOST_LINKS = 40;

  private final Path root;
  private final boolean itself;
  private final Path outside;

  /**
   * @param outside the folder of the examined file, which may lie elsewhere
   */
  UnixDisk(Path root, Path outside) {
    this.root = root.toAbsolutePath().normalize();
    this.itself = this.root.equals(this.root.getRoot());
    this.outside = outside;
  }

  /** How the loader would name a file of this machine. */
  String nameOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path named = itself || !absolute.startsWith(root) ? absolute : root.relativize(absolute);
    String name = named.toString().replace(file.getFileSystem().getSeparator(), "/");
    return name.startsWith("/") ? name : "/" + name;
  }

  /** Where what the loader calls so lies on this machine, with all links followed. */
  Optional<Path> real(String name) {
    try {
      boolean direct = itself || (!outside.startsWith(root) && here(name).startsWith(outside));
      return direct ? Optional.of(here(name).toRealPath()) : below(name);
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** On Windows, where this may run too, a drive comes before the first slash. */
  private static Path here(String name) {
    return Path.of(name.matches("/[A-Za-z]:/.*") ? name.substring(1) : name);
  }

  /** A link to an absolute path leads to a place below the root. */
  private Optional<Path> below(String name) throws IOException {
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(name.split("/+", -1)));
    Path at = root;
    int links = 0;
    while (!rest.isEmpty()) {
      String part = rest.pop();
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        at = at.equals(root) ? root : at.getParent();
        continue;
      }
      Path next = at.resolve(part);
      if (!Files.isSymbolicLink(next)) {
        at = next;
        continue;
      }
      links++;
      if (links > MOST_LINKS) {
        return Optional.empty();
      }
      String target = Files.readSymbolicLink(next).toString();
      if (target.startsWith("/")) {
        at = root;
      }
      Arrays.asList(target.split("/+", -1)).reversed().forEach(rest::push);
    }
    return Files.exists(at) ? Optional.of(at) : Optional.empty();
  }

  boolean isDirectory(String name) {
    return real(name).filter(Files::isDirectory).isPresent();
  }
}
