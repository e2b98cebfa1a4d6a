package io.github.pyo3doctor.project;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.LockedPackage;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a {@code Cargo.lock} pins. Cargo writes that file itself, one key a line, in all of
 * its versions, so it is read line by line.
 */
final class LockReader {
  private static final List<String> CONFLICT_MARKS = List.of("<<<<<<< ", "=======", ">>>>>>> ");

  private final ProjectFiles files;

  LockReader(ProjectFiles files) {
    this.files = files;
  }

  List<LockedPackage> read(Path lockFile) {
    String path = files.relative(lockFile);
    List<LockGraph.Entry> found = new ArrayList<>();
    files.read(lockFile, TextFiles.LIMIT_BYTES).ifPresent(text -> readLines(path, text, found));
    return LockGraph.towardsPyo3(found);
  }

  private void readLines(String path, String text, List<LockGraph.Entry> found) {
    int line = 0;
    int entry = 0;
    String name = "";
    boolean conflict = false;
    for (String each : (Iterable<String>) text.lines()::iterator) {
      line++;
      if (each.startsWith("[")) {
        entry = each.startsWith("[[package]]") || each.startsWith("[root]") ? line : 0;
        name = "";
      } else if (entry > 0 && each.startsWith("name = ")) {
        name = unquoted(each);
      } else if (entry > 0 && each.startsWith("version = ") && !name.isEmpty()) {
        // A conflict leaves two versions in one entry; both are kept.
        Location at = new Location(path, entry, 1);
        LockedPackage pinned = new LockedPackage(name, unquoted(each), at, List.of());
        found.add(new LockGraph.Entry(pinned, new ArrayList<>()));
      } else if (entry > 0 && !found.isEmpty() && each.startsWith(" \"")) {
        found.getLast().dependencies().add(unquoted(each)); // the only list that an entry has
      } else if (!conflict && CONFLICT_MARKS.stream().anyMatch(each::startsWith)) {
        files.note(
            NotExamined.Kind.NOTHING,
            path,
            new Position(line, 1),
            "has an unresolved merge conflict");
        conflict = true;
      }
    }
    if (found.isEmpty() && !text.isBlank() && !text.contains("version = ")) {
      files.note(
          NotExamined.Kind.FILE, path, Position.START, "does not look like a lock file of Cargo's");
    }
  }

  /** Names and versions hold no character that would have to be escaped. */
  private static String unquoted(String line) {
    int open = line.indexOf('"');
    int close = line.lastIndexOf('"');
    return open >= 0 && close > open ? line.substring(open + 1, close) : "";
  }
}
