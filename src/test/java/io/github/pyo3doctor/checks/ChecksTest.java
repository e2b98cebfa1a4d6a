package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of checks is complete, and every check is named as it should be. */
class ChecksTest {
  private static final Libraries LIBRARIES = new Libraries();
  private static final List<Check> CHECKS = new Checks(LIBRARIES.facts()).all();

  @Test
  void everyCheckHasATopicThatCanBeRead() {
    Library bundled = LIBRARIES.bundled(LIBRARIES.facts().currentPyo3());

    assertThat(bundled.topics())
        .extracting(Topic::id)
        .containsAll(CHECKS.stream().map(Check::topic).toList());
  }

  @Test
  void theIdOfACheckIsTheNameOfItsClassInKebabCase() {
    assertThat(CHECKS)
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.id()).isEqualTo(kebabCase(check)))
        .extracting(Check::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyCheckInTheSourcesIsListed() throws IOException {
    Path sources = Path.of("src/main/java", Check.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(sources)) {
      List<String> written =
          files
              .filter(file -> text(file).contains(" implements Check {"))
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .toList();

      assertThat(CHECKS)
          .extracting(check -> check.getClass().getSimpleName())
          .containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void theReadmeNamesEveryCheckBesideItsTopic() {
    Map<String, String> named = new HashMap<>();
    String topic = "";
    for (String row : text(Path.of("README.md")).lines().toList()) {
      List<String> cells = List.of(row.split(" \\| |^\\| ", -1));
      if (cells.size() != 4 || !cells.get(1).matches("(`[a-z0-9-]+`(, )?)+")) continue;
      if (!cells.get(2).equals("the same"))
        topic = cells.get(2).replaceFirst("\\[(.*)]\\(.*", "$1");
      for (String check : cells.get(1).replace("`", "").split(", ", -1)) named.put(check, topic);
    }

    assertThat(named)
        .containsExactlyInAnyOrderEntriesOf(
            CHECKS.stream().collect(Collectors.toMap(Check::id, Check::topic)));
  }

  private static String kebabCase(Check check) {
    return check
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
