package io.github.pyo3doctor.guide;

import java.util.Optional;

/**
 * The guide to read.
 *
 * @param guide the guide
 * @param remark one sentence on why it is not the one of the project's PyO3; empty when it is
 */
public record GuideChoice(Guide guide, Optional<String> remark) {}
