package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Block.Heading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingSlugsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Getting started                     | getting-started
          `cargo test` fails!                 | cargo-test-fails
          What's this?                        | whats-this
          `std::sync::OnceLock` & friends     | stdsynconcelock--friends
          `#[pyo3(get)]` copies               | pyo3get-copies
          `_PyExc_SystemError` is undefined   | _pyexc_systemerror-is-undefined
          two  spaces                         | two--spaces
          a - b                               | a---b
          Ctrl-C                              | ctrl-c
          *Emphasis*, **strong**, ~~gone~~    | emphasis-strong-gone
          A [link](https://example.org) here  | a-link-here
          `Vec<T>` of `Py<T>`                 | vect-of-pyt
          R&amp;D                             | rd
          3.14 and ½                          | 314-and-½
          Über Größen                         | Über-größen
          日本語 の 見出し                    | 日本語-の-見出し
          Emoji 🦀 heading                    | emoji--heading
          A <kbd>key</kbd>                    | a-key
          back\\\\slash                       | backslash
          """)
  void anAnchorIsWhatMdBookMakesOfTheHeading(String heading, String anchor) {
    assertThat(anchors("## " + heading)).containsExactly(anchor);
  }

  @Test
  void onlyAsciiLettersAreMadeSmall() {
    assertThat(HeadingSlugs.slug("ÄRGER")).isEqualTo("Ärger");
    assertThat(HeadingSlugs.slug("ΣΙΓΜΑ")).isEqualTo("ΣΙΓΜΑ");
  }

  @Test
  void headingsThatReadTheSameAreCountedFromOne() {
    assertThat(anchors("# Same\n## Same\n### Other\n## same!"))
        .containsExactly("same", "same-1", "other", "same-2");
  }

  @Test
  void aCountedAnchorDoesNotHideAHeadingThatReallyIsCalledSo() {
    assertThat(anchors("## a\n## a-1\n## a")).containsExactly("a", "a-1", "a-2");
  }

  @Test
  void aHeadingMayAskForItsAnchor() {
    assertThat(anchors("## A long question {#short}")).containsExactly("short");
    assertThat(anchors("## With class {.wide #also}")).containsExactly("also");
  }

  @Test
  void theAttributesAreNotShown() {
    assertThat(Markdown.read("## A long question {#short}"))
        .containsExactly(new Heading(2, "short", List.of(new Inline.Text("A long question"))));
  }

  @Test
  void bracesThatAskForNothingStay() {
    assertThat(Markdown.read("## A set {1, 2}"))
        .containsExactly(new Heading(2, "a-set-1-2", List.of(new Inline.Text("A set {1, 2}"))));
  }

  @Test
  void aHeadingOfPunctuationHasAnEmptyAnchorAndTheNextIsToldApart() {
    assertThat(anchors("## ???\n## !!!")).containsExactly("", "-1");
  }

  private static List<String> anchors(String markdown) {
    return Markdown.read(markdown).stream()
        .filter(Heading.class::isInstance)
        .map(block -> ((Heading) block).anchor())
        .toList();
  }
}
