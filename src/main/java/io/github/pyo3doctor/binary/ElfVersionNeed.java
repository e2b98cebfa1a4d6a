package io.github.pyo3doctor.binary;

import java.util.List;

/**
 * Versions that an ELF file expects another library to have.
 *
 * @param library the other library's name, as in {@code DT_NEEDED}
 * @param versions each version it must define
 */
public record ElfVersionNeed(String library, List<String> versions) {}
