package io.github.pyo3doctor.desktop.model;

import java.util.concurrent.Executor;

/**
 * Where work is done and where its results are shown.
 *
 * @param work runs what may take time
 * @param show runs what changes a model that the window watches
 */
public record Threads(Executor work, Executor show) {}
