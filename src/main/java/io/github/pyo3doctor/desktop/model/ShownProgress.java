package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Progress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Progress of work that the user watches and may stop. Names pass by faster than a screen can show
 * them: only the newest unseen one is handed over.
 */
final class ShownProgress implements Progress {
  private final Threads threads;
  private final Consumer<String> show;
  private final AtomicReference<Optional<String>> unseen = new AtomicReference<>(Optional.empty());
  private volatile boolean cancelled;

  /**
   * @param show told what is being looked at, where models are changed
   */
  ShownProgress(Threads threads, Consumer<String> show) {
    this.threads = threads;
    this.show = show;
  }

  /** Asks the work to stop as soon as it can. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void lookingAt(String what) {
    if (unseen.getAndSet(Optional.of(what)).isEmpty()) {
      threads.show().execute(() -> unseen.getAndSet(Optional.empty()).ifPresent(show));
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
