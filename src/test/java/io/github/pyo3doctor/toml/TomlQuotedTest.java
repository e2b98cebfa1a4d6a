package io.github.pyo3doctor.toml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlQuotedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "\"quoted\" and C:\\Users\\me",
        "a\ttab, a\nline, a\r\nline, \u0000\u0007\u001B\u007F",
        "# no comment, [no table], ''' and \"\"\"",
        "数据 שגיאה 🦀"
      })
  void whatIsWrittenIsReadAsItWas(String text) throws TomlException {
    String quoted = TomlQuoted.of(text);

    assertThat(quoted.lines()).hasSize(1);
    assertThat(Toml.parse("key = " + quoted).text("key")).contains(text);
  }
}
