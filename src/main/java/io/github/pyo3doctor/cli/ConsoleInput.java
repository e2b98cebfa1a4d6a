package io.github.pyo3doctor.cli;

import java.io.InputStream;

/**
 * Where a command reads what is piped into it.
 *
 * @param stream standard input
 * @param isTerminal whether a person would have to type it
 */
public record ConsoleInput(InputStream stream, boolean isTerminal) {}
