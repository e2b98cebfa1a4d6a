package io.github.pyo3doctor.machine;

import java.util.ArrayList;
import java.util.List;

/** The value of {@code PATH} on Windows. */
final class PathVariable {
  private PathVariable() {}

  /**
   * Its entries in order, as written: separated by {@code ;} outside quotes, the quotes themselves
   * dropped, empty entries skipped, repeated ones kept. {@code %NAME%} stays as it is, since the
   * loader does not expand it.
   */
  static List<String> split(String value) {
    List<String> entries = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= value.length(); i++) {
      char next = i < value.length() ? value.charAt(i) : ';';
      if (next == '"') {
        quoted = !quoted;
      } else if (next != ';' || (quoted && i < value.length())) {
        entry.append(next);
      } else {
        if (!entry.toString().isBlank()) {
          entries.add(entry.toString());
        }
        entry.setLength(0);
      }
    }
    return List.copyOf(entries);
  }
}
