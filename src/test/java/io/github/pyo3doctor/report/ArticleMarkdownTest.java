package io.github.pyo3doctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Block.CodeLine;
import io.github.pyo3doctor.faq.Inline;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleMarkdownTest {
  private static final Inline A = new Inline.Text("a");
  private static final Inline B = new Inline.Text("b<T>");
  private static final Inline BREAK = new Inline.LineBreak();

  @Test
  void aLineBreakStaysOne() {
    assertThat(ArticleMarkdown.of(List.of(new Block.Paragraph(List.of(A, BREAK, B)))))
        .isEqualTo("a\\\nb\\<T>\n");
  }

  @Test
  void aCellStaysOnItsLine() {
    Inline either = new Inline.Code("x|y");
    Block table =
        new Block.Table(
            List.of(List.of(A), List.of(B)),
            List.of(List.of(List.of(A, BREAK, B), List.of(either))));

    assertThat(ArticleMarkdown.of(List.of(table)))
        .isEqualTo("| a | b\\<T> |\n| --- | --- |\n| a<br>b\\<T> | `x\\|y` |\n");
  }

  @Test
  void hiddenLinesAreLeftOutAndAFenceInTheCodeEndsNothing() {
    Block code =
        new Block.CodeBlock(
            "rust",
            List.of(
                new CodeLine("use pyo3::prelude::*;", true),
                new CodeLine("/// ```", false),
                new CodeLine("fn a() {}", false)));
    Block list = new Block.ListBlock(Optional.of(3), List.of(List.of(code)));

    assertThat(ArticleMarkdown.of(List.of(list)))
        .isEqualTo("3. ````rust\n   /// ```\n   fn a() {}\n   ````\n");
  }
}
