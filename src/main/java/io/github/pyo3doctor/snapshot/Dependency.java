package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * One entry of a dependency table.
 *
 * @param name the key in the table: what the source calls it, and what features call it
 * @param packageName the package it stands for; differs from the name when renamed with {@code
 *     package = "…"}
 * @param kind which table
 * @param condition the {@code cfg(…)} or triple of a {@code [target.….dependencies]} table
 * @param requirement the version requirement as written, {@code workspace = true} resolved
 * @param path folder of a path dependency, relative to the project's root (with {@code ../} for one
 *     outside it)
 * @param git the repository of a git dependency
 * @param features features asked for, each where it is written (which may be the workspace's
 *     manifest)
 * @param optional whether a feature must switch it on
 * @param defaultFeatures whether the dependency's default features are asked for
 * @param location where the entry is written
 */
public record Dependency(
    String name,
    String packageName,
    DependencyKind kind,
    Optional<String> condition,
    Optional<String> requirement,
    Optional<String> path,
    Optional<String> git,
    List<Located<String>> features,
    boolean optional,
    boolean defaultFeatures,
    Location location) {}
