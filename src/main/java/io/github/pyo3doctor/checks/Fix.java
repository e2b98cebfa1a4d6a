package io.github.pyo3doctor.checks;

import java.util.List;

/**
 * A change that mends a finding.
 *
 * @param title what it does, beginning with a verb
 * @param grade how much a person must look at it
 * @param edits the lines it changes; empty when the steps are for a person to take
 */
public record Fix(String title, Grade grade, List<LineEdit> edits) {
  /** How much a person must look at a fix. */
  public enum Grade {
    /** Cannot change what the project does otherwise. */
    SAFE,
    /** Right in most projects; look before it is applied. */
    REVIEW,
    /** Only a description of what to do. */
    MANUAL
  }

  /**
   * One line, before and after.
   *
   * @param file relative to the project's root
   * @param line counted from 1
   * @param before the line as it stands, without its line end
   * @param after the line as it should stand; may hold line breaks; empty where the line goes
   */
  public record LineEdit(String file, int line, String before, String after) {
    /** Takes the whole line away, its line end too. */
    static LineEdit deleting(String file, int line, String before) {
      return new LineEdit(file, line, before, "");
    }
  }
}
