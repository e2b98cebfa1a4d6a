package io.github.pyo3doctor.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In what is read, {@code ↵} stands for a line feed and {@code ␍} for a carriage return. */
class TomlTest {
  private static final TomlPosition FIRST = new TomlPosition(1, 1);

  @Test
  void aManifestIsTablesInTheOrderInWhichTheyAreWritten() throws TomlException {
    TomlTable root =
        parse("[package]↵name = 'demo'↵[lib]↵crate-type = ['cdylib']↵[dependencies.pyo3]↵a=1");

    assertThat(root.keys()).containsExactly("package", "lib", "dependencies");
    assertThat(root.table("package").flatMap(table -> table.text("name"))).contains("demo");
    assertThat(root.table("dependencies").flatMap(table -> table.table("pyo3"))).isPresent();
    assertThat(root.table("lib").orElseThrow().texts("crate-type")).containsExactly("cdylib");
    assertThat(root.text("package")).isEmpty();
    assertThat(root.texts("package")).isEmpty();
    assertThat(root.get("absent")).isEmpty();
  }

  @Test
  void anEmptyTextIsAnEmptyTable() throws TomlException {
    assertThat(parse("").keys()).isEmpty();
    assertThat(parse("\uFEFF").keys()).isEmpty();
    assertThat(parse(" # only this").keys()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'C:\\temp'                | C:\\temp",
        "\"tab\\tquote\\\"\\u00e9\" | tab\tquote\"é",
        "\"\\U0001F980 \\e\\x41\"  | 🦀 \u001BA",
        "\"\"\"↵a↵  b\"\"\"        | a↵  b",
        "\"\"\"a \\  ↵ ↵  b\"\"\"  | a b",
        "\"\"\"\"\"two\"\"\"\"\"   | \"\"two\"\"",
        "'''↵it's \\n'''           | it's \\n",
        "''''a'''''                | 'a''",
        "\"\"                      | ~~",
      })
  void stringsAreReadWithoutTheirQuotesAndEscapes(String written, String expected)
      throws TomlException {
    assertThat(parse("a = " + written).text("a")).contains(expected.replace('↵', '\n'));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-17, -17",
    "+1_000, 1000",
    "0xDEAD_beef, 3735928559",
    "0o755, 493",
    "0b101, 5",
    "-9223372036854775808, -9223372036854775808",
  })
  void integersAreReadInEveryBase(String written, long expected) throws TomlException {
    assertThat(value(written)).isEqualTo(new TomlValue.Whole(expected, new TomlPosition(1, 5)));
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.5", "-0.0, -0.0", "6_0e-0_1, 6", "1E3, 1000", "-inf, -Infinity", "nan, NaN"})
  void floatsAreRead(String written, double expected) throws TomlException {
    assertThat(value(written)).isEqualTo(new TomlValue.Real(expected, new TomlPosition(1, 5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        "07:32:00.5",
        "07:32",
        "1979-05-27 00:32:00.999999-07:00",
        "1979-05-27T07:32:00Z",
      })
  void datesAndTimesAreKeptAsTheyAreWritten(String written) throws TomlException {
    assertThat(value(written + " # and more"))
        .isEqualTo(new TomlValue.Moment(written, new TomlPosition(1, 5)));
  }

  @Test
  void everyKeyAndElementHasItsPlaceInUtf16Units() throws TomlException {
    TomlTable root =
        parse("'🦀' = '🦀'↵ x.y = [1, '🦀', { z = 2 }]↵  [t.u]↵a = 1↵[[list]]↵[[list]]↵[t]↵");

    assertThat(root.at("🦀")).contains(FIRST);
    assertThat(root.get("🦀").map(TomlValue::at)).contains(new TomlPosition(1, 8));
    assertThat(root.at("x")).contains(new TomlPosition(2, 2));
    TomlTable x = root.table("x").orElseThrow();
    assertThat(x.at("y")).contains(new TomlPosition(2, 2));
    assertThat(elements(x, "y"))
        .extracting(TomlValue::at)
        .containsExactly(new TomlPosition(2, 9), new TomlPosition(2, 12), new TomlPosition(2, 18));
    assertThat(((TomlTable) elements(x, "y").getLast()).at("z")).contains(new TomlPosition(2, 20));
    assertThat(elements(root, "list"))
        .extracting(TomlValue::at)
        .containsExactly(new TomlPosition(5, 1), new TomlPosition(6, 1));
    assertThat(root.table("t").flatMap(table -> table.at("u"))).contains(new TomlPosition(3, 3));
  }

  @Test
  void aTableIsWhereItsOwnHeaderIsThoughAnotherImpliedItBefore() throws TomlException {
    assertThat(parse("[t.u]↵a = 1↵[t]↵b = 2").at("t")).contains(new TomlPosition(3, 1));
  }

  @Test
  void aByteOrderMarkIsTheFirstColumn() throws TomlException {
    assertThat(parse("\uFEFFa = 1").at("a")).contains(new TomlPosition(1, 2));
  }

  @Test
  void linesMayEndAsOnWindows() throws TomlException {
    TomlTable root = parse("a = 1 # one\r\n\r\n[t]\r\nb = [\r\n 2,\r\n]\r\n");

    assertThat(root.table("t").flatMap(table -> table.at("b"))).contains(new TomlPosition(4, 1));
  }

  @Test
  void bracesMayGoOverSeveralLinesAsSinceTheLaterVersion() throws TomlException {
    assertThat(parse("a = {↵ b = 1, # one↵ c.d = 2,↵}").table("a").orElseThrow().keys())
        .containsExactly("b", "c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a                  | 1:2: expected `=`, found the end of the file
          a =↵               | 1:4: expected a value, found the end of the line
          a = 1 b = 2        | 1:7: expected the end of the line, found `b`
          = 1                | 1:1: expected a key, found `=`
          a. = 1             | 1:4: expected a key, found `=`
          [a↵                | 1:3: expected `]`, found the end of the line
          [[a]↵              | 1:5: expected `]`, found the end of the line
          a = demo           | 1:5: `demo` is no value; strings stand in quotes
          a = "b↵            | 1:7: expected `"`, found the end of the line
          a = '''b↵          | 2:1: the string that begins at line 1, column 5 is not closed
          a = "🦀\\q"        | 1:9: expected an escape behind the backslash, found `q`
          a = "\\ud800"      | 1:6: this escape is no character
          a = "\\u12"        | 1:6: this escape needs 4 hexadecimal digits
          a = "\u0000"       | 1:6: a control character is not allowed here: U+0000
          # \u0007           | 1:3: a control character is not allowed here: U+0007
          a = 1␍            | 1:6: expected the end of the line, found U+000D
          a = [1 2]          | 1:8: expected `,` or `]`, found `2`
          a = { b = 1 c = 2} | 1:13: expected `,` or `}`, found `c`
          a = 007            | 1:5: `007` has a zero before its other digits
          a = 1__0           | 1:5: `1__0` is no value; strings stand in quotes
          a = 0xg            | 1:5: `0xg` is no number
          a = 2023-02-29     | 1:5: `2023-02-29` is no date or time
          a = 99999999999999999999 | 1:5: `99999999999999999999` does not fit into 64 bits
          a = 1↵a = 2        | 2:1: `a` is already defined at line 1, column 1
          [a]↵b = 1↵[a]      | 3:1: `a` is already defined at line 1, column 1
          a = 1↵[a.b]        | 2:1: nothing can be added to `a`, which is defined at line 1, column 1
          a = {}↵[a.b]       | 2:1: nothing can be added to `a`, which is defined at line 1, column 1
          a = [{}]↵[[a]]     | 2:1: `a` is already defined at line 1, column 1
          [a.b]↵[a]↵b.c = 1  | 3:1: nothing can be added to `b`, which is defined at line 1, column 1
          "x\\ny" = 1↵"x\\ny" = 2 | 2:1: `x y` is already defined at line 1, column 1
          """)
  void theFirstMistakeIsToldInOneLineWithItsPlace(String text, String expected) {
    TomlException mistake = mistake(text);

    assertThat(mistake.at().line() + ":" + mistake.at().column() + ": " + mistake.reason())
        .isEqualTo(expected);
    assertThat(mistake).hasMessage(mistake.at() + ": " + mistake.reason()).hasNoCause();
  }

  @Test
  void aLongNameIsShortenedInAMessage() {
    String name = "'" + "n".repeat(59) + "🦀" + "n".repeat(100_000) + "'";

    assertThat(mistake(name + " = 1↵" + name + " = 2").reason())
        .startsWith("`" + "n".repeat(59) + "…` is already");
  }

  @ParameterizedTest
  @CsvSource({"a = , [", "a = , {a=", "a = , [{a.b=", "'', a.", "[, a."})
  void whatLiesTooDeepIsRefusedWithoutGoingThere(String begin, String nested) {
    assertThat(mistake(begin + nested.repeat(1_000_000)).reason())
        .isEqualTo("tables and arrays lie more than 128 deep in each other");
  }

  @Test
  void whatLies128DeepIsRead() throws TomlException {
    assertThat(parse("a = " + "[".repeat(127) + "]".repeat(127)).keys()).containsExactly("a");
    assertThat(mistake("a = " + "[".repeat(128) + "]".repeat(128)).at())
        .isEqualTo(new TomlPosition(1, 132));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a%d.b.c = 1↵",
        "[t.u%d.v]↵",
        "[[t]]↵[t.u]↵k = %d↵",
        "k%d = '''↵↵'''↵",
        "# %d ########################↵",
        "k%d = \"\\u0041\\u0041\\u0041\\u0041\\u0041\\u0041\"↵",
        "k%d = 1979-05-27 07:32:00.000000000000000000↵",
      })
  void muchOfAnythingIsReadInALittleTime(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) text.append(line.replace("%d", String.valueOf(i)));

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> parse(text.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'", "\"", "\"\"\"", "'''", "1", "0x", "[", "#", "\"\\u", "é", "a='", "["})
  void aLongLineOfAnythingIsReadInALittleTime(String part) {
    String text = "a = " + part.repeat(2_000_000 / part.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            Toml.parse(text);
          } catch (TomlException e) {
            assertThat(e).message().doesNotContain("\n").hasSizeLessThan(200);
          }
        });
  }

  @Test
  void whatIsReadCannotBeChanged() throws TomlException {
    TomlTable root = parse("a = [1]");

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> root.keys().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> elements(root, "a").clear());
  }

  private static TomlTable parse(String text) throws TomlException {
    return Toml.parse(text.replace('↵', '\n').replace('␍', '\r'));
  }

  private static TomlValue value(String written) throws TomlException {
    return parse("a = " + written).get("a").orElseThrow();
  }

  private static List<TomlValue> elements(TomlTable table, String key) {
    return ((TomlArray) table.get(key).orElseThrow()).values();
  }

  private static TomlException mistake(String text) {
    return catchThrowableOfType(TomlException.class, () -> parse(text));
  }
}
