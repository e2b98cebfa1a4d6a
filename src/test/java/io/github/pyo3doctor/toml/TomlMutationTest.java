package io.github.pyo3doctor.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, it is read or refused with a place within it; nothing else happens. */
class TomlMutationTest {
  private static final String SOUND =
      """
      # A manifest, 🦀
      [package]
      name = "demo\\u00e9\\n"
      version.workspace = true
      'odd key' . "other" = 'C:\\temp'
      [[bin]]
      path = \"""
      one \\
        two\"""
      sizes = [0xff, -1_000, 6.02e23, +inf, [ ], ] # list
      [bin.since]
      at = 1979-05-27 07:32:00.5Z
      on = 2024-02-29
      inline = { a = 1, b.c = '''x''', d = [ { e = false } ] }
      """;

  /** What breaks readers: brackets, quotes, ends of lines, halves of characters. */
  private static final String PIECES =
      "[]{}=.,#'\"\\\n\r\t \0\uFEFF\uD83E\uDD80éxuU0123456789-_+:eEaTZ\u007F";

  @Test
  void theTextIsSoundBeforeItIsChanged() throws TomlException {
    assertThat(Toml.parse(SOUND).keys()).containsExactly("package", "bin");
  }

  @Test
  void aTextThatBreaksOffAnywhereIsReadOrRefused() {
    for (int end = 0; end <= SOUND.length(); end++) isReadOrRefused(SOUND.substring(0, end));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTextThatIsChangedAnywhereIsReadOrRefused(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder(SOUND);
      for (int changes = random.nextInt(1, 6); changes > 0; changes--) change(text, random);
      isReadOrRefused(text.toString());
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 5);
  }

  private static void change(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(1, 12));
    char piece = PIECES.charAt(random.nextInt(PIECES.length()));
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, piece);
      case 1 -> text.insert(at, String.valueOf(piece).repeat(random.nextInt(1, 4)));
      case 2 -> text.insert(at, text.substring(random.nextInt(end), end));
      default -> text.delete(at, end).append('\n');
    }
  }

  private static void isReadOrRefused(String text) {
    try {
      assertThat(Toml.parse(text)).isNotNull();
    } catch (TomlException e) {
      String[] lines = text.split("\n", -1);
      assertThat(e.at().line()).as(text).isBetween(1, lines.length);
      int width = lines[e.at().line() - 1].length();
      assertThat(e.at().column()).as(text).isBetween(1, width + 1);
      assertThat(e.getMessage()).as(text).isNotBlank().doesNotContainPattern("\\R|\\p{Cntrl}");
    }
  }
}
