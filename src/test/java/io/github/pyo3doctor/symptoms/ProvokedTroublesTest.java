package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.toml.Toml;
import io.github.pyo3doctor.toml.TomlException;
import io.github.pyo3doctor.toml.TomlTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Logs of troubles that {@code src/test/provoke} provokes with real tools, over PyO3 0.17 to 0.29,
 * each with a label that says what it is of; {@code docs/provoked.md} lists them.
 */
class ProvokedTroublesTest {
  private static final Path FOLDER = Path.of("src/test/resources/symptoms/provoked");
  private static final Recogniser RECOGNISER = recogniser();
  private static final String HOST = "x86_64-unknown-linux-gnu";

  /** A path of the machine it was made on, or the host name of a registry. */
  private static final Pattern NOT_NEUTRAL =
      Pattern.compile(
          "/home/(?!ada\\b)|/root\\b|/tmp/(?!rustcLj4kQp|pip-)|https?://(index|crates|files)\\.");

  /**
   * A log and its label.
   *
   * @param name topic and file, for messages
   * @param pyo3 the release that was built
   * @param beside the other one, where two are in the way of each other
   * @param facts what stands in the log and has to be read out
   */
  record Provoked(
      Path log,
      String name,
      String topic,
      String pyo3,
      Optional<String> beside,
      Map<FactKind, String> facts) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void theTroubleIsTheFirstAnswer(Provoked provoked) {
    assertThat(matches(provoked)).extracting(Match::topic).first().isEqualTo(provoked.topic);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void whatTheLogSaysIsReadOut(Provoked provoked) {
    assertThat(matches(provoked).getFirst().facts()).containsAllEntriesOf(provoked.facts);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void noOtherPyo3CrateOrTargetIsReadOut(Provoked provoked) {
    Map<FactKind, String> read = matches(provoked).getFirst().facts();

    assertThat(read.getOrDefault(FactKind.PYO3, provoked.pyo3))
        .isIn(provoked.pyo3, provoked.beside.orElse(provoked.pyo3));
    assertThat(read.getOrDefault(FactKind.CRATE, "lattice")).isEqualTo("lattice");
    assertThat(read.getOrDefault(FactKind.TARGET, HOST))
        .isEqualTo(provoked.facts.getOrDefault(FactKind.TARGET, HOST));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void theFileIsOneOfTheProject(Provoked provoked) throws IOException {
    String file = matches(provoked).getFirst().facts().get(FactKind.FILE);
    if (file == null) return;

    assertThat(Path.of(file)).isRelative();
    assertThat(Files.readString(provoked.log)).contains("--> " + file + ":");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void theLogIsNeutral(Provoked provoked) throws IOException {
    assertThat(Files.readString(provoked.log)).doesNotContainPattern(NOT_NEUTRAL).isNotBlank();
  }

  @Test
  void mostTopicsAreProvokedAndEachWordingOfPyo3() {
    TreeSet<String> topics = new TreeSet<>();
    TreeSet<String> releases = new TreeSet<>();
    for (Provoked provoked : logs()) {
      topics.add(provoked.topic);
      releases.add(provoked.pyo3.substring(0, provoked.pyo3.lastIndexOf('.')));
    }

    assertThat(topics).hasSizeGreaterThan(20);
    assertThat(releases).contains("0.17", "0.20", "0.22", "0.24", "0.26", "0.28", "0.29");
  }

  private static List<Provoked> logs() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .sorted()
          .map(ProvokedTroublesTest::provoked)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Provoked provoked(Path log) {
    String name = log.getFileName().toString().replaceFirst("\\.log$", "");
    try {
      TomlTable label = Toml.parse(Files.readString(log.resolveSibling(name + ".toml")));
      Map<FactKind, String> expected = new EnumMap<>(FactKind.class);
      label
          .table("facts")
          .ifPresent(
              facts ->
                  facts
                      .keys()
                      .forEach(
                          key ->
                              expected.put(
                                  FactKind.valueOf(key.toUpperCase(Locale.ROOT)),
                                  facts.text(key).orElseThrow())));
      String topic = label.text("topic").orElseThrow();
      return new Provoked(
          log,
          topic + "/" + name,
          topic,
          label.text("pyo3").orElseThrow(),
          label.text("pyo3-beside"),
          expected);
    } catch (TomlException e) {
      throw new AssertionError(name + ".toml: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Match> matches(Provoked provoked) {
    try (InputStream in = Files.newInputStream(provoked.log)) {
      return RECOGNISER.recognise(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
