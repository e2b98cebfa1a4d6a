package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** What {@code facts.toml} says in two places agrees. */
class FactsTest {
  private final TomlParseResult facts;
  private final List<TomlTable> series = new ArrayList<>();

  FactsTest() throws IOException {
    facts = Toml.parse(Path.of("faq-data/facts.toml"));
    TomlArray array = facts.getArrayOrEmpty("series");
    for (int i = 0; i < array.size(); i++) series.add(array.getTable(i));
  }

  @Test
  void theCurrentReleaseBelongsToTheNewestSeries() {
    assertThat(facts.getString("pyo3.current")).startsWith(newest().getString("pyo3") + ".");
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
    assertThat(facts.getString(fact)).isNotNull().isEqualTo(newest().getString(limit));
  }

  @ParameterizedTest
  @CsvSource({"pyo3", "python-min", "python-max-known", "rust-min", "abi3-min", "abi3-max"})
  void noSeriesFallsBehindTheOneBefore(String limit) {
    assertThat(series)
        .extracting(one -> one.getString(limit))
        .doesNotContainNull()
        .isSortedAccordingTo(Comparator.comparingInt(FactsTest::minor));
  }

  private TomlTable newest() {
    return series.getLast();
  }

  /** 15 of {@code 3.15}. */
  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }
}
