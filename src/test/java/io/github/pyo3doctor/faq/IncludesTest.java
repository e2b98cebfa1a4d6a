package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncludesTest {
  private static final String CODE =
      "one\n// ANCHOR: a\ntwo\n// ANCHOR: b\nthree\n// ANCHOR_END: b\n// ANCHOR_END: a\nfour";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lines.txt       | 1,2,3,4",
        "lines.txt:2     | 2",
        "lines.txt:2:    | 2,3,4",
        "lines.txt::2    | 1,2",
        "lines.txt:2:3   | 2,3",
        "lines.txt:3:99  | 3,4",
        "lines.txt:9:    | ''",
        "code.rs:b       | three",
        "code.rs:a       | two,three",
      })
  void aStretchOrAnAnchorIsTakenAsMdBookTakesIt(String what, String taken) {
    assertThat(page("{{#include " + what + "}}")).isEqualTo(taken.replace(',', '\n'));
  }

  @Test
  void aRustdocIncludeKeepsTheRestAsHiddenLines() {
    assertThat(page("{{#rustdoc_include code.rs:b}}")).isEqualTo("# one\n# two\nthree\n# four");
  }

  @Test
  void whatIsNotThereStaysAsItIs() {
    assertThat(page("{{#include none.txt}}")).isEqualTo("{{#include none.txt}}");
    assertThat(page("{{#include code.rs:none}}")).isEqualTo("{{#include code.rs:none}}");
    assertThat(page("\\{{#include lines.txt}}")).isEqualTo("\\{{#include lines.txt}}");
  }

  @Test
  void anIncludedFileIncludesRelativeToItself() {
    assertThat(page("{{#include sub/outer.md}}")).isEqualTo("outer inner");
  }

  private static String page(String text) {
    Map<String, String> files =
        Map.of(
            "page.md", text,
            "lines.txt", "1\n2\n3\n4\n",
            "code.rs", CODE,
            "sub/outer.md", "outer {{#include inner.md}}",
            "sub/inner.md", "inner");
    return new Includes(path -> Optional.ofNullable(files.get(path))).page("page.md").orElseThrow();
  }
}
