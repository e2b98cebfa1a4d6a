package io.github.pyo3doctor.binary;

import java.util.List;
import java.util.Optional;

/**
 * A program or shared library for Linux and its like, as far as its dynamic loader needs to know it
 * before it runs.
 *
 * @param machine the number of the processor ({@code e_machine})
 * @param wide whether it is ELF64
 * @param interpreter the loader it asks for ({@code PT_INTERP}); a library has none
 * @param name {@code DT_SONAME}
 * @param needed the libraries it needs, in the order in which they are searched for
 * @param rpath the folders of {@code DT_RPATH}, with {@code $ORIGIN} as written
 * @param runpath the folders of {@code DT_RUNPATH}
 * @param ignoresDefaultFolders whether it was linked with {@code -z nodefaultlib}
 * @param versionNeeds versions that its libraries must define
 * @param versionDefinitions versions that it defines
 * @param bindsAtOnce whether all its names must be found before it starts ({@code -z now})
 * @param undefined the names it asks other files for
 * @param defined the names it offers
 */
public record ElfFile(
    int machine,
    boolean wide,
    Optional<String> interpreter,
    Optional<String> name,
    List<String> needed,
    List<String> rpath,
    List<String> runpath,
    boolean ignoresDefaultFolders,
    List<ElfVersionNeed> versionNeeds,
    List<String> versionDefinitions,
    boolean bindsAtOnce,
    List<ElfSymbol> undefined,
    List<ElfSymbol> defined) {}
