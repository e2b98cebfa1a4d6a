package io.github.pyo3doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "names: Vec<String>",
        "a <script> and a <b>",
        "`__init__` and __init__ and a_b and _private",
        "*args and **kwargs",
        "[tool.maturin](x) [package]",
        "back\\slash and a lone ` quote",
        "~~gone~~",
        "&lt; and & and &amp;",
        "> no quote",
        "# no heading",
        "- no item",
        "1. no item (either): nothing",
        "`a``b`",
      })
  void aSentenceReadsAsItIsWritten(String sentence) {
    String shown = shown(MarkdownText.sentence(sentence));

    assertThat(shown)
        .doesNotContain("<em>", "<strong>", "<a ", "<li>", "<ol>", "<h1>", "<blockquote>");
    assertThat(withoutCode(shown)).isEqualTo(escaped(sentence));
  }

  @Test
  void whatBeginsNoMarkupStaysReadableUnrendered() {
    assertThat(MarkdownText.sentence("src/lib.rs:1: PyInit_core of my-ext, 2 > 1 & so on"))
        .isEqualTo("src/lib.rs:1: PyInit_core of my-ext, 2 > 1 & so on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a`b", "``", "`a", "a ``b`` c"})
  void codeMayHoldBackQuotes(String code) {
    assertThat(shown(MarkdownText.code(code))).isEqualTo("<code>" + code + "</code>");
  }

  @Test
  void aFenceIsLongerThanAnyInTheCode() {
    assertThat(MarkdownText.fence("let a = 1;")).isEqualTo("```");
    assertThat(MarkdownText.fence("/// ````rust")).isEqualTo("`````");
  }

  private static String shown(String markdown) {
    String html = HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    return html.strip().replaceAll("^<p>|</p>$", "");
  }

  private static String withoutCode(String html) {
    return html.replaceAll("</?code>", "`");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
