package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.PythonBuild;
import java.util.Optional;

/**
 * What a program said when it was asked as a Python.
 *
 * @param says the first line it printed for its version, when it was asked for that
 * @param build what it tells of itself
 * @param trouble why it tells nothing
 */
record PythonAnswer(Optional<String> says, Optional<PythonBuild> build, Optional<String> trouble) {}
