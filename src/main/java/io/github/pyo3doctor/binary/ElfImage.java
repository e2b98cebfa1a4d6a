package io.github.pyo3doctor.binary;

import java.util.Optional;
import java.util.Set;

/**
 * A file that the loader has taken.
 *
 * @param path as the loader names it
 * @param origin what {@code $ORIGIN} stands for in it
 * @param names what a need may call it without a search
 * @param file what it says
 * @param loader who asked for it first
 */
record ElfImage(
    String path, String origin, Set<String> names, ElfFile file, Optional<ElfImage> loader) {}
