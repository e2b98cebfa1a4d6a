package io.github.pyo3doctor.binary;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What dyld looks at beside the file itself.
 *
 * @param root the folder that stands for a Mac's {@code /}; empty when no disk of a Mac is at hand,
 *     and only what lies relative to the file can be looked at
 * @param workingDirectory the current directory, as dyld would name it
 * @param environment of its variables only those that begin with {@code DYLD_} decide
 * @param pythonImport whether Python imports the file, instead of the system starting it
 * @param python the interpreter that imports it, where it is known
 */
public record MachOSurroundings(
    Optional<Path> root,
    String workingDirectory,
    Map<String, String> environment,
    boolean pythonImport,
    Optional<Path> python) {}
