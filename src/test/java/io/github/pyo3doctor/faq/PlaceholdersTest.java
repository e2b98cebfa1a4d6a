package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  private static final Map<String, String> FACTS =
      Map.of("attach.since", "0.26", "odd.fact", "$1\\");

  private final Placeholders placeholders =
      new Placeholders(new Pyo3Release("0.29.2"), key -> Optional.ofNullable(FACTS.get(key)));

  @ParameterizedTest
  @CsvSource({
    "{{#PYO3_DOCS_URL}}/pyo3/,https://docs.rs/pyo3/0.29.2/pyo3/",
    "{{#PYO3_DOCS_VERSION}},0.29.2",
    "{{#PYO3_CRATE_VERSION}},'version = \"0.29.2\"'",
    "{{#PYO3_VERSION_TAG}},v0.29.2",
    "{{ #PYO3_DOCS_VERSION }},0.29.2",
    "since {{#FACT attach.since}}.,since 0.26.",
    "{{#title The page's title in the browser}},''",
  })
  void aPlaceholderIsFilledIn(String markdown, String shown) {
    assertThat(placeholders.resolve(markdown)).isEqualTo(shown);
  }

  @Test
  void placeholdersAreFilledInInsideCodeToo() {
    assertThat(placeholders.resolve("```toml\npyo3 = { {{#PYO3_CRATE_VERSION}} }\n```"))
        .isEqualTo("```toml\npyo3 = { version = \"0.29.2\" }\n```");
  }

  @Test
  void aFactIsTakenLiterally() {
    assertThat(placeholders.resolve("{{#FACT odd.fact}}")).isEqualTo("$1\\");
  }

  @Test
  void aFactNobodyKnowsIsShownAsMissing() {
    assertThat(placeholders.resolve("{{#FACT no.such}}"))
        .isEqualTo("[not available here: fact no.such]");
  }

  @Test
  void anIncludeIsShownAsMissingWithItsFile() {
    assertThat(placeholders.resolve("{{#include ../../examples/word.rs:2:10}}"))
        .isEqualTo("[not available here: include ../../examples/word.rs:2:10]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{#rustdoc_include a.rs}}",
        "{{#playground a.rs editable}}",
        "\\{{#include a.rs}}",
        "{{# include a.rs }}",
        "{{#PYO3_SOMETHING_NEW}}",
        "{{#include\na.rs}}",
        "{{#PYO3_DOCS_URL}}{{#PYO3_DOCS_URL}}",
      })
  void noPlaceholderSurvives(String markdown) {
    assertThat(placeholders.resolve(markdown)).doesNotContain("{{").doesNotContain("}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{ x }}", "{#id}", "{{", "format!(\"{{}}\")", "{{#}}", "{{#include a.rs"})
  void whatIsNoPlaceholderStays(String markdown) {
    assertThat(placeholders.resolve(markdown)).isEqualTo(markdown);
  }
}
