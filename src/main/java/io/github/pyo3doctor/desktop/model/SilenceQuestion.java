package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.fix.NewSilence;
import io.github.pyo3doctor.snapshot.Location;
import java.util.Optional;

/** A finding is to be silenced: in which files, and why, is still asked. */
public record SilenceQuestion(Examination examination, Finding finding) {
  /** The one file in which it may be silenced; empty when the finding is in none. */
  public Optional<String> file() {
    return finding.location().map(Location::file);
  }

  /** How many findings would be silent with it, in its file or everywhere. */
  public long silenced(boolean onlyInItsFile) {
    return examination.findings().stream()
        .filter(other -> other.check().equals(finding.check()))
        .filter(other -> !onlyInItsFile || other.location().map(Location::file).equals(file()))
        .count();
  }

  /**
   * What is to be written.
   *
   * @param reason not blank
   */
  public NewSilence answered(boolean onlyInItsFile, String reason) {
    Optional<String> where = onlyInItsFile ? file() : Optional.empty();
    return new NewSilence(finding.check(), where, reason.strip());
  }
}
