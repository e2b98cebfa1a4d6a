package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as the tool printed them, whatever came around them. */
class LogReaderTest {
  private static final String MESSAGE = "error: linking with `cc` failed: exit status: 1";

  @Test
  void coloursAreTakenAway() throws IOException {
    assertThat(
            read(
                "\u001B[1m\u001B[38;5;9merror\u001B[0m\u001B[1m: linking with `cc` failed:"
                    + " exit status: 1\u001B[0m\n"))
        .containsExactly(new LogLine(1, MESSAGE));
  }

  @Test
  void titlesAndLinksOfATerminalAreTakenAway() throws IOException {
    assertThat(read("\u001B]0;building\u0007\u001B]8;;file:///x\u001B\\" + MESSAGE + "\n"))
        .containsExactly(new LogLine(1, MESSAGE));
  }

  @Test
  void linesOfWindowsAreLines() throws IOException {
    assertThat(read("one\r\n\r\n" + MESSAGE + "\r\n"))
        .containsExactly(new LogLine(1, "one"), new LogLine(3, MESSAGE));
  }

  @Test
  void progressThatIsOverwrittenStandsOnOneLine() throws IOException {
    assertThat(read("Building 1/9\rBuilding 9/9\r" + MESSAGE + "\n"))
        .containsExactly(
            new LogLine(1, "Building 1/9"),
            new LogLine(1, "Building 9/9"),
            new LogLine(1, MESSAGE));
  }

  @Test
  void whatOtherToolsPutBeforeIsTakenAway() throws IOException {
    for (String wrapper :
        List.of(
            "  │ ",
            "    | ",
            "  ╰─> ",
            "2026-05-01T12:34:56.1234567Z ",
            "#14 102.5 ",
            "> ",
            "2026-05-01T12:34:56Z   | ")) {
      assertThat(read(wrapper + MESSAGE)).extracting(LogLine::text).containsExactly(MESSAGE);
    }
  }

  @Test
  void theSourceThatRustcShowsStaysAsItIs() throws IOException {
    String source = "5 |     #[pyfunction(crate = \"pyo3\", name = \"f\")]";
    assertThat(read(source)).containsExactly(new LogLine(1, source));
  }

  @Test
  void theReferencesOfLldStayAsTheyAre() throws IOException {
    assertThat(read(">>> referenced by lib.rs:5"))
        .extracting(LogLine::text)
        .containsExactly(">>> referenced by lib.rs:5");
  }

  @Test
  void aLogOfPowerShellIsUtf16() throws IOException {
    assertThat(read(bytes("\uFEFF" + MESSAGE + "\r\nthe end", StandardCharsets.UTF_16LE)))
        .containsExactly(new LogLine(1, MESSAGE), new LogLine(2, "the end"));
  }

  @Test
  void bytesOfAnotherEncodingLeaveTheRestReadable() throws IOException {
    byte[] japanese =
        bytes("LINK : fatal error LNK1181: 入力ファイル 'python312.lib'", Charset.forName("Shift_JIS"));
    assertThat(read(japanese).getFirst().text())
        .startsWith("LINK : fatal error LNK1181: ")
        .endsWith("'python312.lib'");
  }

  @Test
  void aLineOfAnyLengthComesInPieces() throws IOException {
    List<LogLine> pieces = read("x".repeat(3 * RawLine.LONGEST + 7) + "\nend");

    assertThat(pieces).hasSize(5).last().isEqualTo(new LogLine(2, "end"));
    assertThat(pieces.subList(0, 4)).allMatch(piece -> piece.number() == 1);
    assertThat(pieces.get(3).text()).hasSize(7);
  }

  @Test
  void anEscapeSequenceThatNeverEndsIsNoError() throws IOException {
    assertThat(read("a\u001B[")).extracting(LogLine::text).containsExactly("a");
    assertThat(read("a\u001B")).extracting(LogLine::text).containsExactly("a");
    assertThat(read("a\u001B]0;title")).extracting(LogLine::text).containsExactly("a");
  }

  private static List<LogLine> read(String log) throws IOException {
    return read(bytes(log, StandardCharsets.UTF_8));
  }

  private static List<LogLine> read(byte[] log) throws IOException {
    List<LogLine> lines = new ArrayList<>();
    TextScanner nothing = new TextScanner(List.of());
    new LogReader(new ByteArrayInputStream(log), nothing, nothing.sought())
        .forEach(line -> lines.add(line.read()));
    return lines;
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }
}
