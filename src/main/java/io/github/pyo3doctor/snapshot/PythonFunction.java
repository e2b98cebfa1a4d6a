package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * How a function stands to Python.
 *
 * @param location where its name is written
 * @param called the attachment of the thread that calls it
 * @param attaches the first line on which it attaches
 * @param detaches the first line on which it detaches and attaches again; not of what Python calls,
 *     which is often named for the function that it wraps
 * @param runs the first line on which it runs code of Python's while it is attached, or by the C
 *     interface, which nobody else may; likewise
 */
public record PythonFunction(
    Location location,
    Attachment called,
    Optional<Located<String>> attaches,
    Optional<Located<String>> detaches,
    Optional<Located<String>> runs) {}
