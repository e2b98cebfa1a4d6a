package io.github.pyo3doctor.project;

/**
 * Follows the reading of a project, and may end it. Called from several threads, never by two at
 * once.
 */
public interface CollectProgress {
  /** Nobody watches, and nobody cancels. */
  CollectProgress NONE =
      new CollectProgress() {
        @Override
        public void reading(String relativePath) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** A file is about to be read; its path is relative to the project's folder. */
  void reading(String relativePath);

  /**
   * Whether to stop; the collector then throws a {@link
   * java.util.concurrent.CancellationException}.
   */
  boolean cancelled();
}
