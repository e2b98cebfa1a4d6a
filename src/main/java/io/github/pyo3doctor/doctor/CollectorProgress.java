package io.github.pyo3doctor.doctor;

import io.github.pyo3doctor.project.CollectProgress;

/** A doctor's progress, as the project collector sees it. */
record CollectorProgress(Progress progress) implements CollectProgress {
  @Override
  public void reading(String relativePath) {
    progress.lookingAt(relativePath);
  }

  @Override
  public boolean cancelled() {
    return progress.cancelled();
  }
}
