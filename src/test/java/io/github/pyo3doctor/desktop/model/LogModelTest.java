package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.doctor.Doctor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogModelTest {
  private static final String KNOWN =
      "ImportError: dynamic module does not define module export function (PyInit_my_ext)\n";

  /** Work waits until the test lets it run, as if it took long. */
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  private final LogModel logs =
      new LogModel(new Doctor("test"), new Threads(waiting::add, Runnable::run));

  @TempDir Path folder;

  @Test
  void aLogIsShownBeforeItIsRecognised() {
    logs.explain(KNOWN);

    assertThat(shown().state()).isEqualTo(new LogState.Running());
    assertThat(shown().text().lines()).isEqualTo(1);

    finish();
    assertThat(shown().matches())
        .extracting(match -> match.topic())
        .contains("module-init-missing");
    assertThat(logs.shareProperty().get()).isEqualTo(1);
  }

  @Test
  void aStoppedLogStaysStoppedAndKeepsItsText() {
    logs.explain(KNOWN);
    logs.cancel();
    finish();

    assertThat(shown().state()).isEqualTo(new LogState.Cancelled());
    assertThat(shown().text().lines()).isEqualTo(1);
  }

  @Test
  void anEarlierLogComesBackAsItWas() {
    int first = logs.explain(KNOWN);
    finish();
    logs.explain("error[E0502]: cannot borrow\n");
    finish();
    assertThat(shown().matches()).isEmpty();

    logs.show(first);
    assertThat(shown().matches()).isNotEmpty();
  }

  @Test
  void ofManyLogsTheLatestAreKept() {
    int first = logs.explain(KNOWN);
    finish();
    for (int i = 0; i < 10; i++) {
      logs.explain("log " + i);
      finish();
    }
    logs.show(first);

    assertThat(logs.shownProperty().get()).isEmpty();
  }

  @Test
  void aFileIsReadByTheWorker() throws IOException {
    Path file = Files.writeString(folder.resolve("build.log"), KNOWN);
    logs.explain(file);
    assertThat(shown().text().lines()).isZero();

    finish();
    assertThat(shown().matches()).isNotEmpty();
    assertThat(shown().name()).isEqualTo("build.log");
  }

  @Test
  void whatCannotBeReadSaysWhy() throws IOException {
    logs.explain(folder.resolve("missing.log"));
    finish();
    assertThat(shown().state()).isEqualTo(new LogState.Failed("does not exist"));

    logs.explain(Files.write(folder.resolve("python3.dll"), new byte[] {'M', 'Z', 0, 0}));
    finish();
    assertThat(shown().state()).isEqualTo(new LogState.Failed("cannot be read: it is no text"));
  }

  private LogReading shown() {
    return logs.shownProperty().get().orElseThrow();
  }

  private void finish() {
    while (!waiting.isEmpty()) waiting.remove().run();
  }
}
