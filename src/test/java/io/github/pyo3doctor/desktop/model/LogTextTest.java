package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogTextTest {
  @Test
  void linesEndWithOrWithoutACarriageReturn() {
    LogText log = LogText.of("one\r\ntwo\n\nfour");

    assertThat(log.lines()).isEqualTo(4);
    assertThat(log.line(1, 99)).isEqualTo("one");
    assertThat(log.line(2, 99)).isEqualTo("two");
    assertThat(log.line(3, 99)).isEmpty();
    assertThat(log.line(4, 99)).isEqualTo("four");
  }

  @Test
  void ofALongLineOnlyTheBeginningIsMadeAString() {
    assertThat(LogText.of("x".repeat(1000)).line(1, 10)).hasSize(10);
  }

  @Test
  void whatPowerShellWritesIsUtf16() {
    byte[] written = "\uFEFFerror: 找不到\n".getBytes(StandardCharsets.UTF_16LE);

    assertThat(LogText.isBinary(written)).isFalse();
    assertThat(LogText.of(written).line(1, 99)).endsWith("error: 找不到");
  }

  @Test
  void aProgramIsNoText() {
    assertThat(LogText.isBinary(new byte[] {'M', 'Z', 0, 0})).isTrue();
    assertThat(LogText.isBinary("text".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void nothingHasNoLines() {
    assertThat(LogText.EMPTY.lines()).isZero();
  }
}
