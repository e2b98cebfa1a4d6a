package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * A {@code pyproject.toml}, as far as it steers the build of an extension module.
 *
 * @param path relative to the project's root
 * @param buildRequires {@code [build-system] requires}, as written
 * @param buildBackend {@code [build-system] build-backend}
 * @param maturinFeatures {@code [tool.maturin] features}, and those inside {@code cargo-extra-args}
 *     of old maturin
 * @param cargoManifest the {@code Cargo.toml} it builds ({@code manifest-path}, else the one beside
 *     it)
 * @param requiresPython {@code [project] requires-python}; absent in a snapshot of a program that
 *     did not read it
 * @param conditionalFeatures those of {@code maturinFeatures} that hold for some Pythons only
 * @param withoutDefaultFeatures whether maturin is told to leave the package's default features off
 * @param freeThreading what says that it is meant for free-threaded Python: a classifier, or a
 *     setting of cibuildwheel
 */
public record PyProject(
    String path,
    List<Located<String>> buildRequires,
    Optional<String> buildBackend,
    List<Located<String>> maturinFeatures,
    Optional<String> cargoManifest,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<Located<String>> requiresPython,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> conditionalFeatures,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean withoutDefaultFeatures,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> freeThreading) {}
