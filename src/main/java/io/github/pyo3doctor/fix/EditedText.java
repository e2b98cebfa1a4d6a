package io.github.pyo3doctor.fix;

import io.github.pyo3doctor.checks.Fix.LineEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A text and the lines of it that shall be others; what is not edited stays byte for byte. */
final class EditedText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String mark;
  private final List<String> lines;
  private final Map<Integer, LineEdit> edits = new TreeMap<>();

  EditedText(String text) {
    mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    lines = withLineEnds(text.substring(mark.length()));
  }

  private EditedText(EditedText other) {
    mark = other.mark;
    lines = other.lines;
    edits.putAll(other.edits);
  }

  /** The lines of a text, each with its own line end. */
  static List<String> withLineEnds(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) lines.add(text.substring(start));
    return List.copyOf(lines);
  }

  /** The text with these edits too; empty when a line is not what the edit saw, or is taken. */
  Optional<EditedText> with(List<LineEdit> more) {
    EditedText both = new EditedText(this);
    for (LineEdit edit : more) {
      if (!edit.before().equals(line(edit.line()))) return Optional.empty();
      LineEdit other = both.edits.put(edit.line(), edit);
      if (other != null && !other.equals(edit)) return Optional.empty();
    }
    return Optional.of(both);
  }

  /** Whether the file still says what the edits saw. */
  boolean holds(List<LineEdit> seen) {
    return seen.stream().allMatch(edit -> edit.before().equals(line(edit.line())));
  }

  private String line(int number) {
    return number < 1 || number > lines.size() ? "" : content(lines.get(number - 1));
  }

  private static String content(String line) {
    return line.substring(0, line.length() - lineEnd(line).length());
  }

  private static String lineEnd(String line) {
    return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
  }

  /** The whole text after the edits. */
  String text() {
    StringBuilder text = new StringBuilder(mark);
    for (int i = 0; i < lines.size(); i++) {
      LineEdit edit = edits.get(i + 1);
      text.append(edit == null ? lines.get(i) : edited(lines.get(i), edit.after()));
    }
    return text.toString();
  }

  /** Added lines end as the file's own do. */
  private String edited(String line, String after) {
    return after.isEmpty() ? "" : after.replace("\n", usualLineEnd()) + lineEnd(line);
  }

  private String usualLineEnd() {
    return lines.getFirst().endsWith("\r\n") ? "\r\n" : "\n";
  }
}
