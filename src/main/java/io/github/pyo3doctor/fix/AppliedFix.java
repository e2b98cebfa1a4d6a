package io.github.pyo3doctor.fix;

import java.util.List;

/**
 * Changes that were written and can be taken back.
 *
 * @param root the project's root, links followed
 * @param time when, as ISO 8601 in UTC
 * @param titles what the fixes said they do
 * @param changes the files before and after
 */
public record AppliedFix(String root, String time, List<String> titles, List<FileChange> changes) {}
