package io.github.pyo3doctor.binary;

import java.util.List;

/**
 * A library that a file needs.
 *
 * @param library its name as written, normally without a folder
 * @param symbols the names asked of it, in order
 * @param ordinals the numbers asked of it, in order
 */
public record PeImport(String library, List<String> symbols, List<Integer> ordinals) {}
