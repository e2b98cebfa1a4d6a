package io.github.pyo3doctor.doctor;

/**
 * Hears what is being looked at, and says whether to go on. Called from the threads that do the
 * work, which may be several at once.
 */
public interface Progress {
  /** Work that nobody watches and nobody stops. */
  Progress SILENT =
      new Progress() {
        @Override
        public void lookingAt(String what) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** A kind of work begins; what is looked at from now on belongs to it. */
  default void begins(Work work) {}

  /** Something is about to be read or checked. */
  void lookingAt(String what);

  /** Whether the work should stop as soon as it can. */
  boolean cancelled();
}
