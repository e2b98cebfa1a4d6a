package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.TextFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Edits of one line of a TOML array; comments and formatting stay. Empty where a line is not
 * enough.
 */
final class ManifestEdit {
  private static final Pattern STRING = Pattern.compile("\"[^\"\\\\]*\"|'[^']*'");
  private static final Pattern ARRAY =
      Pattern.compile(
          "(\\[\\s*(?:\"[^\"]*\"|'[^']*')(?:\\s*,\\s*(?:\"[^\"]*\"|'[^']*'))*)(,?)\\s*]");
  private static final Pattern ELEMENT =
      Pattern.compile("(\\s*)(\"[^\"]*\"|'[^']*')(,?)(\\s*(?:#.*)?)");
  private static final Pattern REST = Pattern.compile("\\s*(?:#.*)?");
  private static final Pattern COMMA_BEFORE = Pattern.compile("(.*?)\\s*,\\s*");
  private static final Pattern COMMA_AFTER = Pattern.compile("\\s*,\\s*(.*)");
  private static final Pattern OPENS_BEFORE = Pattern.compile("(.*)\\[\\s*");
  private static final Pattern CLOSES_AFTER = Pattern.compile("\\s*](.*)");
  private static final Pattern KEY_IN_INLINE_TABLE =
      Pattern.compile("(.*)([,{])\\s*features\\s*=\\s*");

  private ManifestEdit() {}

  /** Takes the string at that place out of its array. */
  static Optional<Fix.LineEdit> removeString(TextFile manifest, Location at) {
    String line = manifest.line(at.line());
    int start = at.column() - 1;
    Matcher string = STRING.matcher(line);
    if (start >= line.length() || !string.region(start, line.length()).lookingAt()) {
      return Optional.empty();
    }
    Matcher alone = ELEMENT.matcher(line);
    if (alone.matches() && alone.group(4).isBlank()) {
      return Optional.of(Fix.LineEdit.deleting(at.file(), at.line(), line));
    }
    return without(line.substring(0, start), line.substring(string.end()))
        .map(after -> new Fix.LineEdit(at.file(), at.line(), line, after));
  }

  /** Adds a string behind the last one of the array that begins at or behind that place. */
  static Optional<Fix.LineEdit> appendString(TextFile manifest, Location at, String value) {
    String line = manifest.line(at.line());
    int opens = line.indexOf('[', at.column() - 1);
    if (opens < 0) {
      return Optional.empty();
    }
    Matcher array = ARRAY.matcher(line).region(opens, line.length());
    if (array.lookingAt()) {
      return Optional.of(new Fix.LineEdit(at.file(), at.line(), line, inLine(line, array, value)));
    }
    int last = at.line();
    while (ELEMENT.matcher(manifest.line(last + 1)).matches()) {
      last++;
    }
    boolean seen =
        last > at.line()
            && REST.matcher(line.substring(opens + 1)).matches()
            && CLOSES_AFTER.matcher(manifest.line(last + 1)).matches();
    String element = manifest.line(last);
    return seen
        ? Optional.of(new Fix.LineEdit(at.file(), last, element, nextLine(element, value)))
        : Optional.empty();
  }

  private static String inLine(String line, Matcher array, String value) {
    String before = line.substring(0, array.end(1));
    return before + ", \"" + value + '"' + line.substring(array.end(1));
  }

  private static String nextLine(String line, String value) {
    Matcher element = ELEMENT.matcher(line);
    element.matches();
    String indent = element.group(1);
    boolean comma = !element.group(3).isEmpty();
    String first = comma ? line : indent + element.group(2) + "," + element.group(4);
    return first + "\n" + indent + '"' + value + '"' + (comma ? "," : "");
  }

  private static Optional<String> without(String before, String after) {
    Matcher previous = COMMA_BEFORE.matcher(before);
    if (previous.matches()) {
      return Optional.of(previous.group(1) + after);
    }
    Matcher next = COMMA_AFTER.matcher(after);
    if (next.matches()) {
      boolean alone = REST.matcher(next.group(1)).matches();
      return alone ? Optional.empty() : Optional.of(before + next.group(1));
    }
    Matcher opens = OPENS_BEFORE.matcher(before);
    Matcher closes = CLOSES_AFTER.matcher(after);
    return opens.matches() && closes.matches()
        ? Optional.of(withoutArray(opens.group(1), closes.group(1)))
        : Optional.empty();
  }

  /**
   * In an inline table an empty {@code features} goes as a whole; elsewhere an empty array stays.
   */
  private static String withoutArray(String before, String after) {
    Matcher key = KEY_IN_INLINE_TABLE.matcher(before);
    if (!key.matches() || !before.contains("{")) {
      return before + "[]" + after;
    }
    Matcher next = COMMA_AFTER.matcher(after);
    if (key.group(2).equals(",")) {
      return key.group(1).stripTrailing() + after;
    }
    return key.group(1) + "{ " + (next.matches() ? next.group(1) : after.strip());
  }
}
