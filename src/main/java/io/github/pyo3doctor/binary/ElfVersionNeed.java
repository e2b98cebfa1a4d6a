package io.github.pyo3doctor.binary;

import java.util.List;

/**
 * Versions that an ELF file expects another library to have.
 *
 * @param library the other library's name, as in {@code DT_NEEDED}
 * @param versions each version it must define
 * @param weak versions that the file can do without ({@code VER_FLG_WEAK}): where one is missing,
 *     glibc's loader prints a warning and goes on
 */
public record ElfVersionNeed(String library, List<String> versions, List<String> weak) {}
