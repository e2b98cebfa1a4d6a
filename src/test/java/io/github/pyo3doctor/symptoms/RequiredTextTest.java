package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line has to hold before an expression is tried on it. */
class RequiredTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "abc | abc",
        "ABC | abc",
        "ab.cdef | cdef",
        "abcd? | abc",
        "abcd*ef | abc",
        "ab(cdefg)?hi | ab",
        "ab(?:cdefg){0,2}hi | ab",
        "ab(cdefg)hi | cdefg",
        "ab(cdefg)+ | cdefg",
        "abc+d | abc",
        "\\babc\\. | abc.",
        "[abcdef]gh | gh",
        "[]x]gh | gh",
        "[a[bc]]gh | gh",
        "(?i)abc | abc",
        "(?!abcdef)gh | gh",
        "(?<!abcdef)gh | gh",
        "(?<name>abc) | abc",
        "\\x41bcd | bcd",
        "\\p{Alpha}bcd | bcd",
        "ünabc | nabc"
      })
  void theLongestTextThatCannotBeMissing(String pattern, String text) {
    assertThat(RequiredText.of(Pattern.compile(pattern))).containsExactly(text);
  }

  @Test
  void eachAlternativeHasItsText() {
    assertThat(RequiredText.of(Pattern.compile("x(abc|defg)y|0xc0000135")))
        .containsExactly("abc", "defg", "0xc0000135");
  }

  @Test
  void noTextWhenOneAlternativeHasNone() {
    assertThat(RequiredText.of(Pattern.compile("abc|\\d+"))).isEmpty();
    assertThat(RequiredText.of(Pattern.compile("(abc|)"))).isEmpty();
    assertThat(RequiredText.of(Pattern.compile(".*"))).isEmpty();
  }

  @Test
  void everySignatureIsTriedOnItsOwnSample() {
    for (Topic topic : topics()) {
      for (Signature signature : topic.card().orElseThrow().signatures()) {
        TextScanner scanner = new TextScanner(List.of(RequiredText.of(signature.pattern())));
        BitSet found = new BitSet();
        scanner.scan(signature.sample(), found);
        assertThat(found.get(0)).as(signature.sample()).isTrue();
      }
    }
  }

  @Test
  void everySignatureHasATextSoThatLongLogsAreReadFast() {
    for (Topic topic : topics()) {
      for (Signature signature : topic.card().orElseThrow().signatures()) {
        assertThat(RequiredText.of(signature.pattern()))
            .as("%s, %s", topic.id(), signature.pattern())
            .isNotEmpty();
      }
    }
  }

  private static List<Topic> topics() {
    Libraries libraries = new Libraries();
    return libraries.bundled(libraries.facts().currentPyo3()).topics();
  }
}
