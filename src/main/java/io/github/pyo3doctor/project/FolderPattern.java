package io.github.pyo3doctor.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The patterns of a workspace's {@code members}: {@code *}, {@code ?} and {@code [a-z]} within a
 * name, {@code **} for any number of folders, as in Rust's glob crate.
 */
final class FolderPattern {
  private FolderPattern() {}

  /**
   * The folders below {@code start} that match, sorted; {@code **} does not pass through symbolic
   * links.
   */
  static List<Path> expand(Path start, String pattern) {
    List<Path> reached = List.of(start);
    for (String name : List.of(pattern.split("[/\\\\]+", -1))) {
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      SequencedSet<Path> next = new LinkedHashSet<>();
      for (Path folder : reached) {
        if (name.equals("**")) {
          addWithDescendants(folder, next);
        } else if (name.matches(".*[*?\\[].*")) {
          next.addAll(folders(folder, matcher(name), false));
        } else if (Files.isDirectory(folder.resolve(name))) {
          next.add(folder.resolve(name).normalize());
        }
      }
      reached = List.copyOf(next);
    }
    return reached;
  }

  private static void addWithDescendants(Path start, SequencedSet<Path> found) {
    List<Path> waiting = new ArrayList<>(List.of(start));
    while (!waiting.isEmpty()) {
      Path folder = waiting.removeLast();
      if (found.add(folder)) {
        waiting.addAll(folders(folder, _ -> true, true));
      }
    }
  }

  private static List<Path> folders(Path parent, Predicate<String> wanted, boolean realOnly) {
    LinkOption[] links =
        realOnly ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS} : new LinkOption[0];
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
      for (Path child : children) {
        if (wanted.test(child.getFileName().toString()) && Files.isDirectory(child, links)) {
          found.add(child);
        }
      }
    } catch (IOException unreadable) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  private static Predicate<String> matcher(String name) {
    StringBuilder regex = new StringBuilder();
    boolean inSet = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (inSet) {
        inSet = c != ']';
        regex.append(c == '!' && regex.charAt(regex.length() - 1) == '[' ? '^' : c);
      } else if (c == '[') {
        inSet = true;
        regex.append(c);
      } else {
        regex.append(
            switch (c) {
              case '*' -> ".*";
              case '?' -> ".";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
    }
    try {
      return Pattern.compile(regex.toString()).asMatchPredicate();
    } catch (PatternSyntaxException malformed) {
      return name::equals;
    }
  }
}
