package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Position;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks in the settings of continuous integration for free-threaded Pythons. Lines are looked at
 * one by one, comments and lists of what is skipped left out; what the settings mean is not
 * evaluated.
 */
final class FreeThreadedRuns {
  private static final Pattern FREE_THREADED =
      Pattern.compile(
          "\\bcp3\\d\\dt\\b|(?<![\\w.])(python)?3\\.\\d\\dt\\b|\\bcpython-freethreading\\b");

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
  private static final Pattern LEFT_OUT = Pattern.compile("(?i)skip|exclude|!=");

  private static final int LIMIT_BYTES = 512 * 1024;
  private static final int MOST_FILES = 200;

  private final ProjectFiles files;

  FreeThreadedRuns(ProjectFiles files) {
    this.files = files;
  }

  /** The first line of each file that names one, with the name. */
  List<Located<String>> read() {
    List<Located<String>> found = new ArrayList<>();
    for (Path file : settings()) {
      files.read(file, LIMIT_BYTES).ifPresent(text -> look(file, text, found));
    }
    return List.copyOf(found);
  }

  private List<Path> settings() {
    List<Path> found = new ArrayList<>();
    Path gitlab = files.resolve(".gitlab-ci.yml");
    if (Files.isRegularFile(gitlab, LinkOption.NOFOLLOW_LINKS)) {
      found.add(gitlab);
    }
    Path workflows = files.resolve(".github").resolve("workflows");
    if (Files.isDirectory(workflows, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(workflows, "*.{yml,yaml}")) {
        for (Path each : entries) {
          if (found.size() < MOST_FILES && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
            found.add(each);
          }
        }
      } catch (IOException unreadable) {
        return found; // nothing hangs on it but a hint
      }
    }
    found.sort(null);
    return found;
  }

  private void look(Path file, String text, List<Located<String>> found) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = COMMENT.matcher(lines.get(i)).replaceFirst("");
      Matcher name = FREE_THREADED.matcher(line);
      if (name.find() && !LEFT_OUT.matcher(line).find()) {
        Position at = new Position(i + 1, name.start() + 1);
        found.add(new Located<>(name.group(), Location.in(files.relative(file), at)));
        return;
      }
    }
  }
}
