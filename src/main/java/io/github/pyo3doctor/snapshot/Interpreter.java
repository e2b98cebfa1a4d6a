package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * A Python of a machine, whether or not a build would take it.
 *
 * @param executable the file that starts it
 * @param foundBy where it was seen, {@code PATH}, {@code VIRTUAL_ENV}, {@code pyenv}, {@code uv};
 *     in the order of looking
 * @param environment the virtual environment it is the Python of
 * @param build what it says of itself
 * @param trouble why it says nothing
 */
public record Interpreter(
    String executable,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> foundBy,
    Optional<String> environment,
    Optional<PythonBuild> build,
    Optional<String> trouble) {}
