package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code facts.toml} says in two places agrees. */
class FactsTest {
  private final Facts facts;
  private final List<Map<String, String>> series;

  FactsTest() throws IOException {
    facts = Facts.parse(Files.readString(Path.of("faq-data/facts.toml")));
    series = facts.entries("series");
  }

  @Test
  void theCurrentReleaseBelongsToTheNewestSeries() {
    assertThat(facts.version("pyo3.current")).startsWith(newest().get("pyo3") + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "limits.python-min, python-min",
    "limits.python-max, python-max",
    "limits.python-max-warned, python-max-warned",
    "limits.free-threaded-min, free-threaded-min",
    "rust-toolchain.rust-min, rust-min",
  })
  void aLimitWithAKeyOfItsOwnIsThatOfTheNewestSeries(String fact, String limit) {
    assertThat(facts.version(fact)).isNotNull().isEqualTo(newest().get(limit));
  }

  @ParameterizedTest
  @CsvSource({"pyo3", "python-min", "python-max-known", "rust-min", "abi3-min", "abi3-max"})
  void noSeriesFallsBehindTheOneBefore(String limit) {
    assertThat(series)
        .extracting(one -> one.get(limit))
        .doesNotContainNull()
        .isSortedAccordingTo(Comparator.comparingInt(FactsTest::minor));
  }

  private Map<String, String> newest() {
    return series.getLast();
  }

  /** 15 of {@code 3.15}. */
  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }
}
