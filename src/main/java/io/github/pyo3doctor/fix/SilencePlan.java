package io.github.pyo3doctor.fix;

import java.nio.file.Path;
import java.util.List;

/**
 * What would be written so that a project is not told of something, or is told again; nothing is
 * written yet.
 *
 * @param root the project's root
 * @param title what it does, beginning with a verb
 * @param change of the project's own file
 */
public record SilencePlan(Path root, String title, FileChange change) implements Plan {
  @Override
  public List<String> titles() {
    return List.of(title);
  }

  @Override
  public List<FileChange> changes() {
    return List.of(change);
  }
}
