package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that Cargo, rustc and Python wrote of small projects; {@code symptoms/} holds them. */
class RealLogsTest {
  private static final Path FOLDER = Path.of("src/test/resources/symptoms");
  private static final Recogniser RECOGNISER = recogniser();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "cargo-build-getter, getter-clones, 0.25.1",
    "cargo-build-no-python, interpreter-not-found, 0.25.1",
    "cargo-build-python-too-new-coloured, python-version-unsupported, 0.20.3",
    "cargo-build-two-versions, two-pyo3-versions, 0.24.2",
    "cargo-test-cdylib, crate-not-found-in-tests, 0.25.1",
    "cargo-test-links-extension-module, extension-module-linking, 0.25.1",
    "import-other-name, module-init-missing,",
    "import-other-python, interpreter-not-found,",
    "in-a-gutter-80-columns, python-version-unsupported, 0.20.3",
    "windows-line-ends, extension-module-linking, 0.25.1"
  })
  void whatTheToolsWroteIsRecognised(String log, String topic, String pyo3) throws IOException {
    Match first = matches(FOLDER.resolve(log + ".log")).getFirst();

    assertThat(first.topic()).isEqualTo(topic);
    assertThat(first.confidence()).isGreaterThan(0.8);
    assertThat(first.facts().get(FactKind.PYO3)).isEqualTo(pyo3);
  }

  @Test
  void everyLogIsTried() throws IOException {
    try (Stream<Path> logs = Files.list(FOLDER).filter(Files::isRegularFile)) {
      assertThat(logs).hasSize(10);
    }
  }

  @Test
  void aLogThatWasCutAnywhereNeverFails() throws IOException {
    String log = Files.readString(FOLDER.resolve("cargo-build-python-too-new-coloured.log"));
    for (int end = 0; end < log.length(); end += 7) {
      assertThat(RECOGNISER.recognise(log.substring(0, end)))
          .extracting(Match::topic)
          .isSubsetOf("python-version-unsupported");
    }
  }

  private static List<Match> matches(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(log)) {
      return RECOGNISER.recognise(in);
    }
  }

  private static Recogniser recogniser() {
    Libraries libraries = new Libraries();
    return new Recogniser(
        libraries.bundled(libraries.facts().currentPyo3()).topics(),
        libraries.nextSteps(),
        libraries.facts());
  }
}
