package io.github.pyo3doctor.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** A change as a unified diff that {@code git apply} and {@code patch -p1} take. */
public final class UnifiedDiff {
  private static final int LINES_AROUND = 3;
  private static final String NO_LINE_END = "\\ No newline at end of file";

  private UnifiedDiff() {}

  /** The lines of the diff, from its two file names on, without line ends. */
  public static List<String> of(FileChange change) {
    List<String> before = lines(change.before());
    return UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + change.file(),
            "b/" + change.file(),
            before,
            DiffUtils.diff(before, lines(change.after())),
            LINES_AROUND)
        .stream()
        // Not String::lines, to which a carriage return ends a line; here it is a part of one.
        .flatMap(line -> List.of(line.split("\n", -1)).stream())
        .toList();
  }

  /** A last line that has no end carries the remark that tells so, behind it. */
  private static List<String> lines(String text) {
    List<String> lines = List.of(text.split("(?<=\n)"));
    return lines.stream()
        .map(
            line ->
                line.endsWith("\n")
                    ? line.substring(0, line.length() - 1)
                    : line + "\n" + NO_LINE_END)
        .toList();
  }
}
