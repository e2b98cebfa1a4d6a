package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * What a program needs of a library and one copy of that library does not have.
 *
 * @param library the full path of the copy
 * @param symbols the names, in the program's order; only the first few when there are many
 */
public record MissingSymbols(String library, List<String> symbols) {}
