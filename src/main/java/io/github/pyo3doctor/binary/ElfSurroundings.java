package io.github.pyo3doctor.binary;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the loader of Linux looks at beside the file itself.
 *
 * @param root the folder that stands for {@code /}
 * @param workingDirectory the current directory, as the loader would name it
 * @param environment of its variables only {@code LD_LIBRARY_PATH} decides
 * @param processorLevels the folders below {@code glibc-hwcaps} that fit the processor, best first
 * @param pythonImport whether Python imports the file, instead of the system starting it
 * @param python the interpreter that imports it, where it is known
 */
public record ElfSurroundings(
    Path root,
    String workingDirectory,
    Map<String, String> environment,
    List<String> processorLevels,
    boolean pythonImport,
    Optional<Path> python) {}
