package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What findings say in the reviewed {@code expected.txt} files reads alike everywhere. */
class MessageStyleTest {
  private static final Path FIXTURES = Path.of("src/test/resources/checks");

  @ParameterizedTest(name = "{0}")
  @MethodSource("everythingSaid")
  void aFindingIsOneCalmSentenceWithoutAFullStop(String said) {
    String ownWords = said.startsWith("because ") ? "" : said.replaceAll("`[^`]*`", "`code`");
    assertThat(ownWords).doesNotEndWith(".").doesNotContain("!", "  ", "please", "Please");
    assertThat(said).doesNotContainPattern("\\bnull\\b|Optional\\[|@[0-9a-f]{6}");
    assertThat(said.chars().filter(c -> c == '`').count() % 2).as("closed code spans").isZero();
  }

  static List<String> everythingSaid() throws IOException {
    List<String> said = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(FIXTURES)) {
      for (Path file : tree.filter(f -> f.endsWith("expected.txt")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (line.matches("(error|warning|hint)\\b.*: .*|  (because|fix) .*")) {
            said.add(line.strip());
          }
        }
      }
    }
    return said.stream().distinct().toList();
  }
}
