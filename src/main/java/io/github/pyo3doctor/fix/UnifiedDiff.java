package io.github.pyo3doctor.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Optional;

/** A change as a unified diff that {@code git apply} and {@code patch -p1} take. */
public final class UnifiedDiff {
  private static final int LINES_AROUND = 3;
  private static final String NO_LINE_END = "\\ No newline at end of file";
  private static final String NO_FILE = "/dev/null";

  private UnifiedDiff() {}

  /** The lines of the diff, from its two file names on, without line ends. */
  public static List<String> of(FileChange change) {
    List<String> before = lines(change.before());
    return UnifiedDiffUtils.generateUnifiedDiff(
            change.before().isPresent() ? "a/" + change.file() : NO_FILE,
            change.after().isPresent() ? "b/" + change.file() : NO_FILE,
            before,
            DiffUtils.diff(before, lines(change.after())),
            LINES_AROUND)
        .stream()
        // Not String::lines, to which a carriage return ends a line; here it is a part of one.
        .flatMap(line -> List.of(line.split("\n", -1)).stream())
        .toList();
  }

  /** A last line that has no end carries the remark that tells so, behind it. */
  private static List<String> lines(Optional<String> text) {
    List<String> lines = text.map(present -> List.of(present.split("(?<=\n)"))).orElse(List.of());
    return lines.stream()
        .map(
            line ->
                line.endsWith("\n")
                    ? line.substring(0, line.length() - 1)
                    : line + "\n" + NO_LINE_END)
        .toList();
  }
}
