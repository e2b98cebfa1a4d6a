package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Progress;
import io.github.pyo3doctor.doctor.Work;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * Progress of work that the user watches and may stop. Names pass by faster than a screen can show
 * them: only the newest unseen one is handed over.
 */
final class ShownProgress implements Progress {
  private final Threads threads;
  private final BiConsumer<Work, String> show;
  private final AtomicReference<Optional<String>> unseen = new AtomicReference<>(Optional.empty());
  private volatile Work work = Work.PROJECT;
  private volatile boolean cancelled;

  /**
   * @param show told what is being looked at and for which work, where models are changed
   */
  ShownProgress(Threads threads, BiConsumer<Work, String> show) {
    this.threads = threads;
    this.show = show;
  }

  /** Asks the work to stop as soon as it can. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void begins(Work next) {
    work = next;
  }

  @Override
  public void lookingAt(String what) {
    if (unseen.getAndSet(Optional.of(what)).isEmpty()) {
      threads
          .show()
          .execute(
              () -> unseen.getAndSet(Optional.empty()).ifPresent(name -> show.accept(work, name)));
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
