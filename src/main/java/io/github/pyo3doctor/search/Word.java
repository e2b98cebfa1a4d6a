package io.github.pyo3doctor.search;

/**
 * A word in a text.
 *
 * @param form what it is
 * @param start its first character
 * @param end behind its last
 */
record Word(Form form, int start, int end) {}
