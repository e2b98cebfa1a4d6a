package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * What {@code maturin develop} finds when no environment is active: the folder {@code .venv} where
 * it is started, or the nearest one above. Source: {@code detect_venv} in {@code
 * src/commands/develop.rs} of maturin 1.14.1, the same from 0.14.13 on.
 *
 * @param startedIn the folder of a {@code pyproject.toml}, relative to the project's root
 * @param folder the {@code .venv}; empty when there is none up to the root of the disk
 * @param configured whether it holds a {@code pyvenv.cfg}
 * @param python the file that maturin takes for its Python
 * @param hasPython whether that is there
 */
public record DotVenv(
    String startedIn,
    Optional<String> folder,
    boolean configured,
    Optional<String> python,
    boolean hasPython) {}
