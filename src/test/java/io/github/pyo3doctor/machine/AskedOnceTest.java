package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AskedOnceTest {
  private static final Path PYTHON = Path.of("python");

  @Test
  void whoAsksTheSameMeanwhileWaitsForTheSameAnswer() throws Exception {
    AtomicInteger started = new AtomicInteger();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AskedOnce programs =
        new AskedOnce(
            (_, _) -> {
              running.countDown();
              await(mayEnd);
              return new ProgramAnswer.Said(0, "Python 3." + started.incrementAndGet(), "");
            });

    CompletableFuture<ProgramAnswer> first =
        CompletableFuture.supplyAsync(() -> programs.ask(PYTHON, List.of("-V")));
    running.await();
    CompletableFuture<ProgramAnswer> second =
        CompletableFuture.supplyAsync(() -> programs.ask(PYTHON, List.of("-V")));
    mayEnd.countDown();

    assertThat(first.get()).isEqualTo(second.get());
    assertThat(started).hasValue(1);
  }

  @Test
  void anotherQuestionIsAsked() {
    List<String> asked = new ArrayList<>();
    AskedOnce programs =
        new AskedOnce(
            (_, arguments) -> {
              asked.addAll(arguments);
              return new ProgramAnswer.Refused("cannot be started");
            });

    programs.ask(PYTHON, List.of("-V"));
    programs.ask(PYTHON, List.of("-c"));
    programs.ask(PYTHON, List.of("-V"));

    assertThat(asked).containsExactly("-V", "-c");
  }

  @Test
  void whoWaitsForAQuestionThatFailedDoesNotWaitForEver() {
    AskedOnce programs =
        new AskedOnce(
            (_, _) -> {
              throw new IllegalStateException("broken");
            });

    assertThatThrownBy(() -> programs.ask(PYTHON, List.of())).hasMessage("broken");
    assertThatThrownBy(() -> programs.ask(PYTHON, List.of())).hasMessageContaining("broken");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
