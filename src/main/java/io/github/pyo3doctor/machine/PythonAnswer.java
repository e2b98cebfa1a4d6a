package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.PythonBuild;
import java.util.Optional;

/**
 * What a program said when it was asked as a Python.
 *
 * @param says the first line it printed for its version, when it was asked for that
 * @param build what it tells of itself
 * @param trouble why it tells nothing
 * @param unasked why it is not known what it would tell
 */
record PythonAnswer(
    Optional<String> says,
    Optional<PythonBuild> build,
    Optional<String> trouble,
    Optional<String> unasked) {
  static final PythonAnswer NONE =
      new PythonAnswer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static PythonAnswer of(PythonBuild build) {
    return new PythonAnswer(
        Optional.empty(), Optional.of(build), Optional.empty(), Optional.empty());
  }

  static PythonAnswer unasked(String reason) {
    return new PythonAnswer(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reason));
  }
}
