package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * How a function stands to Python.
 *
 * @param location where its name is written
 * @param called the attachment of the thread that calls it
 * @param attaches the first line on which it attaches
 */
public record PythonFunction(
    Location location, Attachment called, Optional<Located<String>> attaches) {}
