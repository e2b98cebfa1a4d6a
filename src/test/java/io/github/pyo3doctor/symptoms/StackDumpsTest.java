package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What gdb, py-spy and faulthandler printed of programs that hang, and of programs that only work;
 * {@code symptoms/dumps} holds it.
 */
class StackDumpsTest {
  private static final Path FOLDER = Path.of("src/test/resources/symptoms/dumps");
  private static final Libraries LIBRARIES = new Libraries();
  private static final Recogniser RECOGNISER =
      new Recogniser(
          LIBRARIES.bundled(LIBRARIES.facts().currentPyo3()).topics(),
          LIBRARIES.nextSteps(),
          LIBRARIES.facts());

  @ParameterizedTest
  @CsvSource({
    "gdb-table, once-deadlock",
    "gdb-lazy, once-deadlock",
    "gdb-cell, once-deadlock",
    "gdb-record, gil-lock-deadlock",
    "gdb-rwrecord, gil-lock-deadlock",
    "gdb-plrecord, gil-lock-deadlock",
    "gdb-receive, gil-lock-deadlock",
    "gdb-wait_for_thread, gil-lock-deadlock",
    "gdb-total, gil-lock-deadlock",
    "py-spy-native-table, once-deadlock",
    "py-spy-native-record, gil-lock-deadlock",
    "py-spy-native-plrecord, gil-lock-deadlock",
    "py-spy-native-receive, gil-lock-deadlock",
    "py-spy-native-wait_for_thread, gil-lock-deadlock"
  })
  void threadsThatStopEachOtherAreTold(String dump, String topic) throws IOException {
    assertThat(matches(dump).getFirst().topic()).isEqualTo(topic);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gdb-idle", "gdb-spin", "py-spy-native-idle"})
  void aThreadThatSleepsOrWorksIsNoTrouble(String dump) throws IOException {
    assertThat(matches(dump)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"py-spy-record", "py-spy-table", "faulthandler-record", "faulthandler-table"})
  void framesOfPythonAloneDoNotTellWhatRustWaitsFor(String dump) throws IOException {
    assertThat(matches(dump)).isEmpty();
  }

  @Test
  void bothLinesThatDecidedAreNamed() throws IOException {
    Match match = matches("py-spy-native-record").getFirst();

    assertThat(match.evidence()).contains("PyObject_CallMethodOneArg", "lock_contended");
    assertThat(match.first()).isLessThan(match.last());
  }

  @Test
  void everyDumpIsTried() throws IOException {
    try (Stream<Path> dumps = Files.list(FOLDER)) {
      assertThat(dumps).hasSize(21);
    }
  }

  private static List<Match> matches(String dump) throws IOException {
    return RECOGNISER.recognise(Files.readString(FOLDER.resolve(dump + ".txt")));
  }
}
