package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * A library that a file needs, and how the loader looks for it.
 *
 * @param name as the file asks for it
 * @param neededBy the file that asks for it: the inspected one, or one of its needs
 * @param found the path of what is taken; empty when nothing is
 * @param searched the places in the loader's order, up to the one that decides
 * @param missingSymbols what the file asks of it and it does not have
 */
public record Need(
    String name,
    String neededBy,
    Optional<String> found,
    List<SearchStep> searched,
    List<String> missingSymbols) {
  /** The rule of the last step of a need that is found nowhere and may be missing. */
  public static final String WEAK = "weak";

  /** Whether the loader goes on: it is found, or may be missing. */
  public boolean met() {
    return found.isPresent() || (!searched.isEmpty() && searched.getLast().rule().equals(WEAK));
  }
}
