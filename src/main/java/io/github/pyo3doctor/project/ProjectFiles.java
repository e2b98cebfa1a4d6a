package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Position;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The files of one project: their names relative to its folder, their texts, and what could not be
 * read. Safe for several threads.
 */
final class ProjectFiles {
  private final Path folder;
  private final SafeFiles files;
  private final CollectProgress progress;
  private final Set<NotExamined> notExamined = new LinkedHashSet<>();

  /**
   * @param folder the project's folder, absolute and normalised; names are relative to it
   * @param files reads no further than the project reaches
   */
  ProjectFiles(Path folder, SafeFiles files, CollectProgress progress) {
    this.folder = folder;
    this.files = files;
    this.progress = progress;
  }

  Path folder() {
    return folder;
  }

  /**
   * The name of a file or folder relative to the project, with {@code /}; empty for the project's
   * own folder.
   */
  String relative(Path path) {
    boolean sameTree = Objects.equals(path.getRoot(), folder.getRoot());
    return (sameTree ? folder.relativize(path) : path).toString().replace('\\', '/');
  }

  /** The file or folder of that relative name. */
  Path resolve(String relative) {
    return folder.resolve(relative).normalize();
  }

  /** The folders of packages, and those above them up to the project's own. */
  Set<Path> upwards(List<Workspace> workspaces) {
    Set<Path> folders = new LinkedHashSet<>();
    for (Workspace workspace : workspaces) {
      for (CargoPackage member : workspace.members()) {
        Path each = resolve(member.folder());
        while (each != null && each.startsWith(folder)) {
          folders.add(each);
          each = each.getParent();
        }
      }
    }
    return folders;
  }

  /** The text of a file of at most so many bytes; when there is none, the reason is noted. */
  Optional<String> read(Path file, int limitBytes) {
    String name = relative(file);
    announce(name);
    SafeFiles.Read read = files.read(file, limitBytes);
    if (read instanceof SafeFiles.Read.Refused(Position position, String reason)) {
      note(NotExamined.Kind.FILE, name, position, reason);
    }
    return read instanceof SafeFiles.Read.Text(String text) ? Optional.of(text) : Optional.empty();
  }

  /** What a file is like now; empty when it cannot be read. */
  Optional<FileStamp> stamp(Path file) {
    return files.stamp(file);
  }

  void note(NotExamined.Kind kind, String path, Position position, String reason) {
    synchronized (notExamined) {
      notExamined.add(new NotExamined(kind, path, position, reason));
    }
  }

  void note(NotExamined.Kind kind, Location at, String reason) {
    note(kind, at.file(), new Position(at.line(), at.column()), reason);
  }

  /** Notes something that was passed over, though nothing is missing for it. */
  void note(Location at, String reason) {
    note(NotExamined.Kind.NOTHING, at, reason);
  }

  /** What was noted, by file and place. */
  List<NotExamined> notExamined() {
    synchronized (notExamined) {
      return notExamined.stream().sorted(ProjectFiles::inOrder).toList();
    }
  }

  private static int inOrder(NotExamined one, NotExamined other) {
    int byPath = one.path().compareTo(other.path());
    int byLine = Integer.compare(one.position().line(), other.position().line());
    int byColumn = Integer.compare(one.position().column(), other.position().column());
    return byPath != 0 ? byPath : byLine != 0 ? byLine : byColumn;
  }

  /** Ends the collection if that was asked for. */
  void checkCancelled() {
    synchronized (progress) {
      if (progress.cancelled()) {
        throw new CancellationException("Reading the project was cancelled.");
      }
    }
  }

  private void announce(String name) {
    synchronized (progress) {
      checkCancelled();
      progress.reading(name);
    }
  }
}
