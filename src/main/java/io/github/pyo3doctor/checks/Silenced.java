package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Silence;

/**
 * A finding that the project asked not to be told again.
 *
 * @param silence where it asked, and why
 */
public record Silenced(Finding finding, Silence silence) {}
