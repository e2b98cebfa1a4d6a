package io.github.pyo3doctor.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.ObjectMapper;

/**
 * The official suite, {@code toml-lang/toml-test}, where it lies: {@code -Dtoml.tests=DIR}, the
 * folder with {@code valid} and {@code invalid}.
 */
@EnabledIfSystemProperty(named = "toml.tests", matches = ".+")
class TomlSuiteTest {
  /** What no TOML 1.0 has and TOML 1.1 has; Cargo reads it. */
  private static final Set<String> NEW_IN_1_1 =
      Set.of(
          "invalid/datetime/no-secs.toml",
          "invalid/local-datetime/no-secs.toml",
          "invalid/local-time/no-secs.toml",
          "invalid/inline-table/linebreak-01.toml",
          "invalid/inline-table/linebreak-02.toml",
          "invalid/inline-table/linebreak-03.toml",
          "invalid/inline-table/linebreak-04.toml",
          "invalid/inline-table/trailing-comma.toml",
          "invalid/string/basic-byte-escapes.toml");

  private final Path suite = Path.of(System.getProperty("toml.tests", "."));

  @Test
  void everySoundFileOfEitherVersionHasTheValuesThatTheSuiteSays() throws IOException {
    List<String> files = listed("valid/");
    Map<String, Object> expected = new LinkedHashMap<>();
    Map<String, Object> read = new LinkedHashMap<>();
    for (String file : files) {
      Path json = suite.resolve(file.replaceFirst("\\.toml$", ".json"));
      expected.put(file, normal(new ObjectMapper().readValue(json.toFile(), Object.class)));
      read.put(file, read(file).map(table -> normal(tagged(table))).orElse("refused"));
    }

    assertThat(read).hasSizeGreaterThan(200).isEqualTo(expected);
  }

  @Test
  void everyOtherFileIsRefusedButForWhatIsNewInTheLaterVersion() throws IOException {
    List<String> files = listed("invalid/");
    Set<String> taken = new TreeSet<>();
    for (String file : files) {
      if (read(file).isPresent()) taken.add(file);
    }

    assertThat(files).hasSizeGreaterThan(400);
    assertThat(taken).isEqualTo(new TreeSet<>(NEW_IN_1_1));
  }

  private List<String> listed(String prefix) throws IOException {
    Set<String> files = new TreeSet<>();
    for (String version : List.of("files-toml-1.0.0", "files-toml-1.1.0")) {
      for (String file : Files.readAllLines(suite.resolve(version))) {
        if (file.startsWith(prefix) && file.endsWith(".toml")) files.add(file);
      }
    }
    return List.copyOf(files);
  }

  /** Text that is not UTF-8 is refused by who reads the file. */
  private Optional<TomlTable> read(String file) throws IOException {
    try {
      return Optional.of(Toml.parse(Files.readString(suite.resolve(file))));
    } catch (TomlException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** As the suite writes values in JSON. */
  private static Object tagged(TomlValue value) {
    return switch (value) {
      case TomlTable table -> {
        Map<String, Object> tagged = new LinkedHashMap<>();
        table.keys().forEach(key -> tagged.put(key, tagged(table.get(key).orElseThrow())));
        yield tagged;
      }
      case TomlArray array -> array.values().stream().map(TomlSuiteTest::tagged).toList();
      case TomlValue.Text text -> scalar("string", text.value());
      case TomlValue.Whole whole -> scalar("integer", String.valueOf(whole.value()));
      case TomlValue.Real real -> scalar("float", String.valueOf(real.value()));
      case TomlValue.Flag flag -> scalar("bool", String.valueOf(flag.value()));
      case TomlValue.Moment moment -> scalar(kind(moment.written()), moment.written());
    };
  }

  private static Map<String, Object> scalar(String type, String value) {
    return Map.of("type", type, "value", value);
  }

  private static String kind(String moment) {
    if (!moment.contains(":")) return "date-local";
    if (moment.charAt(2) == ':') return "time-local";
    return moment.matches(".*([zZ]|[+-]..:..)") ? "datetime" : "datetime-local";
  }

  /** Numbers and moments in one spelling. */
  private static Object normal(Object json) {
    if (json instanceof List<?> list) {
      List<Object> normal = new ArrayList<>();
      list.forEach(each -> normal.add(normal(each)));
      return normal;
    }
    Map<?, ?> map = (Map<?, ?>) json;
    if (map.keySet().equals(Set.of("type", "value"))
        && map.get("type") instanceof String type
        && map.get("value") instanceof String value) {
      return scalar(type, spelling(type, value));
    }
    Map<String, Object> normal = new LinkedHashMap<>();
    map.forEach((key, value) -> normal.put(String.valueOf(key), normal(value)));
    return normal;
  }

  private static String spelling(String type, String value) {
    return switch (type) {
      case "float" -> String.valueOf(number(value));
      case "datetime", "datetime-local", "date-local", "time-local" ->
          value
              .toUpperCase(java.util.Locale.ROOT)
              .replace(' ', 'T')
              .replaceFirst("((?:^|T)\\d\\d:\\d\\d)(?!:)", "$1:00")
              .replaceFirst("(\\.\\d*?)0+(?!\\d)", "$1")
              .replaceFirst("\\.(?!\\d)", "")
              .replace("+00:00", "Z");
      default -> value;
    };
  }

  private static double number(String written) {
    return switch (written) {
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "+nan", "-nan" -> Double.NaN;
      default -> Double.parseDouble(written);
    };
  }
}
