package io.github.pyo3doctor.snapshot;

/**
 * A command that a GitHub workflow surely runs on macOS.
 *
 * @param command the command line
 * @param folder the folder it runs in, relative to the project's root; empty for the root
 * @param location where it is written
 */
public record WorkflowCommand(String command, String folder, Location location) {}
