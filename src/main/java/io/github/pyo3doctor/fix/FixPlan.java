package io.github.pyo3doctor.fix;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import java.nio.file.Path;
import java.util.List;

/**
 * What would be changed to mend findings; nothing is written yet.
 *
 * @param root the project's root
 * @param mended the findings whose fixes are in it, in the order they were asked for
 * @param changes one for each file that would be other than it is
 * @param left the findings whose fixes are not in it
 */
public record FixPlan(Path root, List<Finding> mended, List<FileChange> changes, List<Left> left)
    implements Plan {
  /**
   * A finding that is not mended.
   *
   * @param reason why not, as the end of a sentence about its fix
   */
  public record Left(Finding finding, String reason) {}

  @Override
  public List<String> titles() {
    return mended.stream()
        .flatMap(finding -> finding.fix().map(Fix::title).stream())
        .distinct()
        .toList();
  }
}
