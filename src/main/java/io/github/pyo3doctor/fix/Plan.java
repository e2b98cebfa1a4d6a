package io.github.pyo3doctor.fix;

import java.nio.file.Path;
import java.util.List;

/** A change of a project's files that is shown before anything is written. */
public sealed interface Plan permits FixPlan, SilencePlan {
  /** The project's root. */
  Path root();

  /** What it does, each as a sentence that begins with a verb. */
  List<String> titles();

  /** One for each file that would be other than it is. */
  List<FileChange> changes();

  /** Whether there is nothing to write. */
  default boolean isEmpty() {
    return changes().isEmpty();
  }
}
