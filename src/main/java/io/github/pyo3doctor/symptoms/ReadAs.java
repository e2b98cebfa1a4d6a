package io.github.pyo3doctor.symptoms;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the one box, and {@code search} on the command line, read what was put into them. Whoever
 * reads says which reading it was and lets people choose another: each can be made directly.
 */
public sealed interface ReadAs {
  /** Nothing to read. */
  record Nothing() implements ReadAs {
    @Override
    public String reason() {
      return "nothing typed yet";
    }
  }

  /**
   * Words to search for.
   *
   * @param text the words in one line; a blank at the end says that the last one is complete
   */
  record Words(String text, String reason) implements ReadAs {}

  /**
   * A tool's output to recognise.
   *
   * @param text as it came
   */
  record Log(String text, String reason) implements ReadAs {}

  /** A file or folder to look at. */
  record Place(Path path, String reason) implements ReadAs {}

  /** Why it is read that way, as a few words: {@code several lines}. */
  String reason();

  /**
   * Decides.
   *
   * @param text what was typed, pasted or given as arguments
   * @param exists whether something lies at a path; only what looks like a path is asked for, so
   *     that a folder named like a word does not hide the word
   */
  static ReadAs of(String text, Predicate<Path> exists) {
    String stripped = text.strip();
    if (stripped.isEmpty()) return new Nothing();
    List<String> lines = stripped.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() > 1) return new Log(text, lines.size() + " lines");
    Optional<Path> place = path(stripped).filter(exists);
    if (place.isPresent()) return new Place(place.get(), "there is such a file or folder");
    return ToolOutput.of(stripped)
        .<ReadAs>map(kind -> new Log(text, kind))
        .orElseGet(() -> new Words(text.stripLeading().replaceAll("\\s+", " "), "a line of words"));
  }

  private static Optional<Path> path(String text) {
    String unquoted = text.replaceAll("^[\"']|[\"']$", "");
    if (!unquoted.contains("/") && !unquoted.contains("\\")) return Optional.empty();
    try {
      return Optional.of(
          unquoted.startsWith("~/")
              ? Path.of(System.getProperty("user.home"), unquoted.substring(2))
              : Path.of(unquoted));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
