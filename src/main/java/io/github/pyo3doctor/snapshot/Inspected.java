package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * What was looked at: a binary file, or a wheel with the libraries in it.
 *
 * @param whole the file itself; of a wheel the worst that happens to a library in it, with what its
 *     name says and is not so
 * @param libraries those in a wheel, in its order; of another file none
 * @param topic the id of the topic that explains what a wheel promises and does not keep
 */
public record Inspected(Inspection whole, List<Inspection> libraries, Optional<String> topic) {
  /** The format of a wheel, as {@link Inspection#format()} says it. */
  public static final String WHEEL = "wheel";

  /** A binary file by itself. */
  public static Inspected alone(Inspection file) {
    return new Inspected(file, List.of(), Optional.empty());
  }

  /** Whether it is a wheel. */
  public boolean isWheel() {
    return whole.format().equals(WHEEL);
  }
}
