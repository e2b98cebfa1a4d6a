package io.github.pyo3doctor.binary;

import java.util.List;
import java.util.Optional;

/**
 * What macOS loads on one kind of processor, as far as dyld needs to know it before it runs.
 *
 * @param processor the {@code cputype} of the header
 * @param wide whether addresses take 64 bits
 * @param kind the {@code filetype} of the header: 2 a program, 6 a library, 8 a bundle, as Python's
 *     extension modules are
 * @param installName the name that programs linked with this library will look for; a library's
 *     {@code LC_ID_DYLIB}
 * @param needed the libraries it needs, in the order in which they are loaded
 * @param rpaths the folders that stand for {@code @rpath}, as written
 * @param leastVersion the oldest macOS it is made for, {@code 11.0}; empty when it does not say
 * @param undefined the names it asks other files for
 * @param defined the names it offers, without the underscore that C puts before them
 */
public record MachOSlice(
    int processor,
    boolean wide,
    int kind,
    Optional<String> installName,
    List<MachODependency> needed,
    List<String> rpaths,
    Optional<String> leastVersion,
    List<MachOImport> undefined,
    List<String> defined) {}
