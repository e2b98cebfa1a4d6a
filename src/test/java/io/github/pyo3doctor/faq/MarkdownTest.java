package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Block.Alert;
import io.github.pyo3doctor.faq.Block.AlertKind;
import io.github.pyo3doctor.faq.Block.CodeBlock;
import io.github.pyo3doctor.faq.Block.CodeLine;
import io.github.pyo3doctor.faq.Block.ListBlock;
import io.github.pyo3doctor.faq.Block.Paragraph;
import io.github.pyo3doctor.faq.Block.Quote;
import io.github.pyo3doctor.faq.Block.Table;
import io.github.pyo3doctor.faq.Inline.Code;
import io.github.pyo3doctor.faq.Inline.Emphasis;
import io.github.pyo3doctor.faq.Inline.Html;
import io.github.pyo3doctor.faq.Inline.Image;
import io.github.pyo3doctor.faq.Inline.LineBreak;
import io.github.pyo3doctor.faq.Inline.Link;
import io.github.pyo3doctor.faq.Inline.Strikethrough;
import io.github.pyo3doctor.faq.Inline.Strong;
import io.github.pyo3doctor.faq.Inline.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarkdownTest {
  @Test
  void aParagraphMayBeBrokenIntoLinesAnywhere() {
    assertThat(inlines("one\ntwo")).containsExactly(new Text("one two"));
  }

  @Test
  void aForcedLineBreakStays() {
    assertThat(inlines("one  \ntwo"))
        .containsExactly(new Text("one"), new LineBreak(), new Text("two"));
    assertThat(inlines("one\\\ntwo"))
        .containsExactly(new Text("one"), new LineBreak(), new Text("two"));
  }

  @Test
  void emphasisNests() {
    assertThat(inlines("*a **b** ~~c~~*"))
        .containsExactly(
            new Emphasis(
                List.of(
                    new Text("a "),
                    new Strong(List.of(new Text("b"))),
                    new Text(" "),
                    new Strikethrough(List.of(new Text("c"))))));
  }

  @Test
  void anUnderscoreInsideAWordIsNoEmphasis() {
    assertThat(inlines("call once_cell_new now"))
        .containsExactly(new Text("call once_cell_new now"));
  }

  @Test
  void aCodeSpanMayHoldBackticksAndEntitiesAsTheyAre() {
    assertThat(inlines("`` a`b ``")).containsExactly(new Code("a`b"));
    assertThat(inlines("`&lt;T&gt; \\n`")).containsExactly(new Code("&lt;T&gt; \\n"));
    assertThat(inlines("`a\nb`")).containsExactly(new Code("a b"));
  }

  @ParameterizedTest
  @CsvSource({
    "Tom &amp; Jerry,Tom & Jerry",
    "&lt;T&gt;,<T>",
    "&copy; &#38; &#x26;,© & &",
    "\\*not emphasis\\*,*not emphasis*",
    "\\`not code\\`,`not code`",
    "&nosuch;,&nosuch;",
  })
  void entitiesAndEscapesReadAsWhatTheyStandFor(String markdown, String text) {
    assertThat(Inline.plainText(inlines(markdown))).isEqualTo(text);
  }

  @Test
  void aLinkKeepsItsTargetAndItsContent() {
    assertThat(inlines("[`Py`](a/b.html#c \"title\")"))
        .containsExactly(new Link("a/b.html#c", List.of(new Code("Py"))));
  }

  @Test
  void aReferenceMayBeDefinedBeforeItsUseOrAfterIt() {
    Link link = new Link("https://example.org/", List.of(new Text("here")));
    assertThat(inlines("[here]: https://example.org/\n\n[here]")).containsExactly(link);
    assertThat(inlines("[here][]\n\n[HERE]: https://example.org/")).containsExactly(link);
    assertThat(inlines("[here][there]\n\n[there]: https://example.org/")).containsExactly(link);
  }

  @Test
  void aReferenceInCodeIsFoundByItsCode() {
    assertThat(inlines("[`OnceExt`]\n\n[`OnceExt`]: x.html"))
        .containsExactly(new Link("x.html", List.of(new Code("OnceExt"))));
  }

  @Test
  void aReferenceThatIsDefinedNowhereStaysText() {
    assertThat(inlines("an [undefined] one")).containsExactly(new Text("an [undefined] one"));
    assertThat(inlines("[text][nowhere]")).containsExactly(new Text("[text][nowhere]"));
    assertThat(inlines("![picture][nowhere]")).containsExactly(new Text("![picture][nowhere]"));
  }

  @Test
  void anAddressBetweenAngleBracketsIsALink() {
    assertThat(inlines("<https://example.org/a?b=c>"))
        .containsExactly(
            new Link("https://example.org/a?b=c", List.of(new Text("https://example.org/a?b=c"))));
    assertThat(inlines("<me@example.org>"))
        .containsExactly(new Link("mailto:me@example.org", List.of(new Text("me@example.org"))));
  }

  @Test
  void aPictureIsItsDescription() {
    assertThat(inlines("![a *graph*](g.png)")).containsExactly(new Image("g.png", "a graph"));
    assertThat(inlines("![graph]\n\n[graph]: g.png")).containsExactly(new Image("g.png", "graph"));
  }

  @Test
  void rawHtmlThatSaysSomethingIsKeptAsItIsWritten() {
    assertThat(inlines("a Vec<T> of it"))
        .containsExactly(new Text("a Vec"), new Html("<T>"), new Text(" of it"));
    assertThat(Markdown.read("<script>\ny()\n</script>"))
        .containsExactly(new Block.Html("<script>\ny()\n</script>"));
  }

  @Test
  void tagsThatOnlySayHowSomethingLooksAreLeftOut() {
    assertThat(inlines("press <kbd>F5</kbd><br>twice, <code>a *b*</code>"))
        .containsExactly(
            new Text("press F5"),
            new Inline.LineBreak(),
            new Text("twice, "),
            new Inline.Code("a b"));
    assertThat(inlines("<img alt='a graph' src=g.png>"))
        .containsExactly(new Image("g.png", "a graph"));
    assertThat(Markdown.read("<hr style=\"opacity:0.2\">")).isEqualTo(List.of(new Block.Rule()));
    assertThat(Markdown.read("<style>\nh3 { margin: 0 }\n</style>")).isEmpty();
  }

  @Test
  void detailsEncloseTheBlocksThatFollow() {
    String markdown =
        """
        - item

          <details open onclick="x()">
          <summary><small>More on <code>x</code></small></summary>

          text

          ```python
          f()
          ```
          </details>

        after
        """;

    assertThat(Markdown.read(markdown))
        .hasSize(2)
        .first()
        .extracting(list -> ((Block.ListBlock) list).items().getFirst().getLast())
        .isEqualTo(
            new Block.Titled(
                Optional.empty(),
                List.of(new Text("More on "), new Inline.Code("x")),
                List.of(
                    new Paragraph(List.of(new Text("text"))),
                    new Block.CodeBlock("python", List.of(new Block.CodeLine("f()", false))))));
  }

  @Test
  void detailsMayEndWithinTheirLastParagraph() {
    assertThat(Markdown.read("<details>\n<summary>More</summary>\n\nlast </details>\n\nafter"))
        .containsExactly(
            new Block.Titled(
                Optional.empty(),
                List.of(new Text("More")),
                List.of(new Paragraph(List.of(new Text("last "))))),
            new Paragraph(List.of(new Text("after"))));
  }

  @Test
  void markdownIsNotReadInsideASummary() {
    assertThat(Markdown.read("<details><summary>`a` &amp; __init__</summary>\n\nx\n\n</details>"))
        .extracting(part -> ((Block.Titled) part).title())
        .containsExactly(List.of(new Code("a"), new Text(" & __init__")));
  }

  @Test
  void aTermAndItsDefinitionsAreAPartThatLinksMayPointAt() {
    assertThat(Markdown.read("GIL-enabled\n  : one\n\n    two\n\nwheel\n  : a *package*\n"))
        .containsExactly(
            new Block.Titled(
                Optional.of("gil-enabled"),
                List.of(new Text("GIL-enabled")),
                List.of(
                    new Paragraph(List.of(new Text("one"))),
                    new Paragraph(List.of(new Text("two"))))),
            new Block.Titled(
                Optional.of("wheel"),
                List.of(new Text("wheel")),
                List.of(
                    new Paragraph(
                        List.of(new Text("a "), new Emphasis(List.of(new Text("package"))))))));
  }

  @Test
  void aFootnoteKeepsItsLabelWhereItIsReferredToAndWhereItStands() {
    assertThat(Markdown.read("a[^1]\n\n[^1]: needs `b`"))
        .containsExactly(
            new Paragraph(List.of(new Text("a[1]"))),
            new Paragraph(List.of(new Text("[1] "), new Text("needs "), new Code("b"))));
  }

  @Test
  void aTagThatLinksPointAtStandsForTheHeadingItBelongsTo() {
    String page =
        """
        <a name="before"></a> <!-- kept for old links -->

        ## Heading

        text <span id=within>more</span>

        <p id="behind">

        ### Next <a id="in"></a>
        """;

    assertThat(Markdown.page(page).anchors())
        .containsEntry("before", "heading")
        .containsEntry("within", "heading")
        .containsEntry("behind", "next")
        .containsEntry("in", "next")
        .containsEntry("heading", "heading");
  }

  @Test
  void detailsThatNothingClosesHoldTheRest() {
    assertThat(Markdown.read("<details>\nno `summary`\n\nrest"))
        .containsExactly(
            new Block.Titled(
                Optional.empty(),
                List.of(new Text("Details")),
                List.of(
                    new Paragraph(List.of(new Text("no "), new Code("summary"))),
                    new Paragraph(List.of(new Text("rest"))))));
  }

  @Test
  void aCommentIsNotShown() {
    assertThat(Markdown.read("<!-- ANCHOR: x -->\n\ntext <!-- y -->"))
        .isEqualTo(List.of(new Paragraph(List.of(new Text("text ")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rust|rust",
        "rust,no_run|rust",
        "rust,ignore|rust",
        "rust {.wide}|rust",
        "rust{.wide}|rust",
        "Rust|rust",
        "c++|c++",
        "text title=\"a b\"|text",
        "''|''",
      })
  void theFirstWordOfAnInfoStringIsTheLanguage(String info, String language) {
    assertThat(code("```" + info + "\nx\n```").language()).isEqualTo(language);
    assertThat(code("~~~~" + info + "\nx\n~~~~").language()).isEqualTo(language);
  }

  @Test
  void linesThatRustdocHidesAreHidden() {
    CodeBlock code =
        code(
            """
            ```rust,no_run
            # use pyo3::prelude::*;
            #
            #[pyclass]
            #![allow(dead_code)]
            struct A;
                # indented();
            ## not hidden
            #!/bin/sh
            #not_hidden_either
            ```
            """);

    assertThat(code.lines())
        .containsExactly(
            new CodeLine("use pyo3::prelude::*;", true),
            new CodeLine("", true),
            new CodeLine("#[pyclass]", false),
            new CodeLine("#![allow(dead_code)]", false),
            new CodeLine("struct A;", false),
            new CodeLine("    indented();", true),
            new CodeLine("# not hidden", false),
            new CodeLine("#!/bin/sh", false),
            new CodeLine("#not_hidden_either", false));
    assertThat(code.visibleText()).startsWith("#[pyclass]\n").doesNotContain("prelude");
    assertThat(code.fullText()).startsWith("use pyo3::prelude::*;\n\n#[pyclass]\n");
  }

  @ParameterizedTest
  @CsvSource({"python", "toml", "''", "console"})
  void aHashHidesNothingInOtherLanguages(String language) {
    CodeBlock code = code("```" + language + "\n# a comment\n## another\n```");

    assertThat(code.hasHiddenLines()).isFalse();
    assertThat(code.visibleText()).isEqualTo("# a comment\n## another");
  }

  @Test
  void codeKeepsItsBlankLinesAndItsIndentation() {
    assertThat(code("```text\na\n\n  b\n```").visibleText()).isEqualTo("a\n\n  b");
    assertThat(code("    a\n\n      b\n").visibleText()).isEqualTo("a\n\n  b");
  }

  @Test
  void codeWithoutAnEndReachesToTheEndOfThePage() {
    assertThat(code("```text\na\n## b").visibleText()).isEqualTo("a\n## b");
  }

  @Test
  void anOrderedListKeepsItsFirstNumber() {
    assertThat(Markdown.read("3. c\n4. d"))
        .containsExactly(
            new ListBlock(Optional.of(3), List.of(List.of(text("c")), List.of(text("d")))));
  }

  @Test
  void listsNestAndHoldCode() {
    ListBlock list =
        (ListBlock)
            Markdown.read(
                    """
                    1. first
                       - inner
                         1. innermost

                       ```toml
                       a = 1
                       ```
                    2. second
                    """)
                .getFirst();

    ListBlock innermost = new ListBlock(Optional.of(1), List.of(List.of(text("innermost"))));
    ListBlock inner = new ListBlock(Optional.empty(), List.of(List.of(text("inner"), innermost)));
    CodeBlock code = new CodeBlock("toml", List.of(new CodeLine("a = 1", false)));
    assertThat(list.start()).contains(1);
    assertThat(list.items().getFirst()).containsExactly(text("first"), inner, code);
    assertThat(list.items().get(1)).containsExactly(text("second"));
  }

  @Test
  void aPipeInCodeDoesNotEndATableCell() {
    Table table =
        (Table)
            Markdown.read("| flag | meaning |\n| --- | :-: |\n| `a\\|b` | one *or* two |\n")
                .getFirst();

    assertThat(table.header())
        .containsExactly(List.of(new Text("flag")), List.of(new Text("meaning")));
    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().getFirst()).hasSize(2);
    assertThat(table.rows().getFirst().getFirst()).containsExactly(new Code("a|b"));
  }

  @Test
  void everyRowOfATableHasAsManyCellsAsItsHeader() {
    Table table = (Table) Markdown.read("|a|b|\n|-|-|\n|1|\n|1|2|3|\n").getFirst();

    assertThat(table.rows()).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(2));
  }

  @ParameterizedTest
  @EnumSource(AlertKind.class)
  void aQuoteThatBeginsWithAMarkIsAnAlert(AlertKind kind) {
    assertThat(Markdown.read("> [!" + kind + "]\n> Look *out*.\n>\n> Twice."))
        .containsExactly(
            new Alert(
                kind,
                List.of(
                    new Paragraph(
                        List.of(
                            new Text("Look "),
                            new Emphasis(List.of(new Text("out"))),
                            new Text("."))),
                    text("Twice."))));
  }

  @Test
  void aQuoteWithAnotherMarkIsAQuote() {
    assertThat(Markdown.read("> [!ODD]\n> text"))
        .containsExactly(new Quote(List.of(text("[!ODD] text"))));
    assertThat(Markdown.read("> **Note**: text"))
        .containsExactly(
            new Quote(
                List.of(
                    new Paragraph(
                        List.of(new Strong(List.of(new Text("Note"))), new Text(": text"))))));
  }

  @Test
  void aRuleIsARule() {
    assertThat(Markdown.read("a\n\n---\n\nb"))
        .containsExactly(text("a"), new Block.Rule(), text("b"));
  }

  @Test
  void windowsLineEndsMakeNoDifference() {
    String page = "## a\n\n1. b\n\n   ```rust\n   # c\n   d\n   ```\n\n| x |\n| - |\n| y |\n";
    assertThat(Markdown.read(page.replace("\n", "\r\n"))).isEqualTo(Markdown.read(page));
  }

  private static List<Inline> inlines(String markdown) {
    Block only = Markdown.read(markdown).getFirst();
    return ((Paragraph) only).content();
  }

  private static CodeBlock code(String markdown) {
    return (CodeBlock) Markdown.read(markdown).getFirst();
  }

  private static Paragraph text(String text) {
    return new Paragraph(List.of(new Text(text)));
  }
}
