package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * One entry of {@code [features]}.
 *
 * @param name the feature
 * @param enables what it switches on, as written: {@code other}, {@code dep:x}, {@code x/feature},
 *     {@code x?/feature}
 * @param location where it is written
 */
public record Feature(String name, List<Located<String>> enables, Location location) {}
