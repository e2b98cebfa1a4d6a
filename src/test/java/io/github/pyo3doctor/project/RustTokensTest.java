package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RustTokensTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#!/usr/bin/env run\nfn a() {}\n",
        "fn a() {\r\n  let s = \"one\ntwo\\\n three\";\n  s\n}",
        "let s = r#\"\n\n\"# ; b\n",
        "/* one\n /* two\n */ */ fn\n/// three\nb // four\n c",
        "let a = '\n'; let b = '\\\n'; 'c\nd",
        "\uFEFFfn\n\n\n a",
        "\"never\nclosed\n",
        "/* never\nclosed\n",
        "'\\never closed\n\n x",
        "r#\"never\nclosed\n",
      })
  void everyTokenKnowsItsLineAndColumn(String text) {
    RustTokens tokens = new RustTokens(text);
    int from = 0;
    for (int i = 0; i < tokens.count(); i++) {
      int start = text.indexOf(tokens.text(i), from);
      String before = text.substring(0, start);
      from = start;
      assertThat(tokens.position(i).line())
          .as("line of %s", tokens.text(i))
          .isEqualTo(1 + before.chars().filter(c -> c == '\n').count());
      assertThat(tokens.position(i).column())
          .as("column of %s", tokens.text(i))
          .isEqualTo(start - before.lastIndexOf('\n'));
    }
  }
}
