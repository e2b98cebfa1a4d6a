package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.SummaryItem.Chapter;
import io.github.pyo3doctor.guide.GuideFinder;
import io.github.pyo3doctor.guide.GuideReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTest {
  private static final Path CRATE = Path.of("src/test/resources/guide/crate");
  private static final Pyo3Release RELEASE = new Pyo3Release("0.91.2");

  private Library garden = new Library("", List.of(), List.of());

  @BeforeEach
  void openTheGarden() throws Exception {
    BookFiles files = GuideReader.open(new GuideFinder(CRATE).at(CRATE, RELEASE).orElseThrow());
    garden = new Libraries().guide("official", files, "guide/src", RELEASE).orElseThrow();
  }

  @Test
  void theTableOfContentsHasPartsLinesDraftsAndChaptersWithAndWithoutNumbers() {
    assertThat(garden.contents().stream().map(BookTest::line))
        .containsExactly(
            "index Welcome",
            "---",
            "# Growing",
            "beds 1. Beds (beds/raised 1.1. Raised beds, draft 1.2. Hanging beds)",
            "water 2. Water",
            "# Trouble",
            "faq 3. Questions",
            "changelog Changes",
            "thanks Thanks");
  }

  @Test
  void chaptersAndTheEntriesOfTheFaqAreReadInOrder() {
    assertThat(garden.topics())
        .extracting(Topic::id)
        .containsExactly(
            "index",
            "beds",
            "beds/raised",
            "water",
            "faq",
            "getter-clones",
            "my-rake-is-gone",
            "changelog",
            "thanks");
    assertThat(garden.release()).contains(RELEASE);
  }

  @Test
  void aChapterIsTitledByItsFirstHeadingOfWhateverLevel() {
    assertThat(topic("index").titleText()).isEqualTo("Welcome to the garden");
    assertThat(topic("beds/raised").titleText()).isEqualTo("Raised beds");
  }

  @Test
  void sectionsAreWhatIsSearchedAndTellWhatTheyStandUnder() {
    assertThat(garden.sections())
        .extracting(section -> section.id() + " < " + String.join(" < ", above(section)))
        .containsExactly(
            "index < ",
            "beds < ",
            "beds#what-to-plant < Beds",
            "beds#the-tools < Beds",
            "beds#spades < Beds < Tools",
            "beds#rakes < Beds < Tools",
            "beds/raised < ",
            "beds/raised#height < Raised beds",
            "water < ",
            "faq < ",
            "getter-clones < Questions",
            "my-rake-is-gone < Questions",
            "changelog < ",
            "changelog#0912 < Changes",
            "changelog#0911 < Changes",
            "thanks < ");
    assertThat(ArticleText.of(topic("faq").body())).contains("neighbours", "It does.");
    assertThat(text("changelog#0911")).isEqualTo("Fixed\nthe fence\n");
    assertThat(garden.topic("beds#spades")).map(Topic::titleText).contains("Spades");
  }

  @Test
  void includesAndPlaceholdersAreResolved() {
    assertThat(text("index"))
        .contains("This is about 0.91.2,", "The shed", "Tools hang on the wall")
        .doesNotContain("{{");
    assertThat(text("beds/raised"))
        .contains("let height = 80;", "height = 80\nwidth = 120\n")
        .doesNotContain("ANCHOR", "fn main", "[bed]", "depth");
  }

  @Test
  void whatIsNotThereIsShownAsSuch() {
    assertThat(text("beds/raised"))
        .contains("[not available here: include ../../../examples/bed/src/lib.rs]");
    assertThat(text("thanks")).isEqualTo("[not available here: chapter guide/src/thanks.md]\n");
    assertThat(text("index")).contains("who may borrow them (not in this guide: LENDING.md).");
  }

  @Test
  void tabsAreAlternativesOneBelowTheOther() {
    List<Block> plants = topic("beds#what-to-plant").body();

    assertThat(plants)
        .extracting(tab -> Inline.plainText(((Block.Titled) tab).title()))
        .containsExactly("In spring", "In autumn");
    assertThat(ArticleText.of(plants))
        .isEqualTo("In spring\nPeas\nplant(Pea);\nIn autumn\nGarlic.\n");
  }

  @Test
  void linksBetweenChaptersNameTheChapterAndTheHeading() {
    assertThat(SeenBlocks.of(topic("index")).links())
        .containsExactly("https://docs.rs/pyo3/0.91.2/garden/", "beds.md#what-to-plant");
    assertThat(SeenBlocks.of(topic("beds")).links())
        .containsExactly("beds/raised.md", "beds.md#what-to-plant", "faq.md#my-rake-is-gone");
    assertThat(garden.linked("faq.md#my-rake-is-gone"))
        .contains(new Library.Target(topic("faq"), Optional.of("my-rake-is-gone")));
    assertThat(garden.linked("https://example.org/faq.md")).isEmpty();
  }

  @Test
  void aLinkToAHeadingThatIsGoneLeadsToItsPageAndOneToNoPageIsNone() {
    assertThat(SeenBlocks.of(topic("beds/raised")).links())
        .containsExactly("beds.md#the-tools", "water.md");
    assertThat(text("beds/raised")).contains("the law (not in this guide: ../law.md).");
  }

  @Test
  void aBookThatNamesItsDeadLinksCanBeMended() {
    Book book =
        book(
            Map.of(
                "SUMMARY.md", "- [A](a.md)\n- [B](b.md)",
                "a.md", "# A\n\n[b](b.md) [c](c.md) [d](b.html#d) [e](#a) [f](../a.md)",
                "b.md", "# B"));

    assertThat(book.deadLinks())
        .containsExactly("a.md -> ../a.md", "a.md -> b.html#d", "a.md -> c.md");
  }

  @Test
  void aFileThatIncludesItselfEnds() {
    Book book =
        book(
            Map.of("SUMMARY.md", "[A](a.md)", "a.md", "x\n\n{{#include a.md}}\n{{#include a.md}}"));

    assertThat(ArticleText.of(book.chapters().getFirst().body()))
        .contains("[not available here: include a.md]")
        .hasSizeLessThan(100_000);
  }

  @Test
  void anIncludeCannotLeadOutOfTheCrate() {
    Book book =
        book(
            Map.of(
                "SUMMARY.md", "[A](a.md)",
                "a.md", "{{#include ../../secret.md}}\n\n{{#include /etc/passwd}}"));

    assertThat(ArticleText.of(book.chapters().getFirst().body()))
        .isEqualTo(
            """
            [not available here: include ../../secret.md]
            [not available here: include /etc/passwd]
            """);
  }

  @Test
  void whatTheTableOfContentsCannotMeanIsPassedOver() {
    Book book =
        book(
            Map.of(
                "SUMMARY.md",
                "- [A](a.md)\n- [A again](a.md)\n- no link\n- [out](../../out.md)\n- [text](a.txt)",
                "a.md",
                "# A"));

    assertThat(book.chapters()).extracting(BookChapter::id).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "- ",
        "*",
        "[",
        "<details>\n",
        "<!--",
        "<details><summary>",
        "<div>\n<code>",
        "{{#include ",
        "{{#tab name=\"",
        "a\n  : b\n",
        "| a "
      })
  void whatIsWrittenToExhaustAReaderIsRead(String piece) {
    Book book = book(Map.of("SUMMARY.md", "[A](a.md)", "a.md", piece.repeat(10_000) + "\n\nx"));

    assertThat(book.chapters()).hasSize(1);
    assertThat(new LinkRewriter(List::of).blocks(book.chapters().getFirst().body())).isNotNull();
  }

  @Test
  void withoutAChapterThereIsNoBook() {
    Placeholders placeholders = new Placeholders(RELEASE, key -> Optional.empty());

    assertThat(Book.read(path -> Optional.empty(), "", placeholders)).isEmpty();
    assertThat(Book.read(path -> Optional.of("# Summary\n\ntext"), "", placeholders)).isEmpty();
  }

  private static Book book(Map<String, String> files) {
    Placeholders placeholders = new Placeholders(RELEASE, key -> Optional.empty());
    return Book.read(path -> Optional.ofNullable(files.get(path)), "", placeholders).orElseThrow();
  }

  private Topic topic(String id) {
    return garden.topic(id).orElseThrow();
  }

  private String text(String id) {
    return ArticleText.of(topic(id).body());
  }

  private static List<String> above(Topic topic) {
    return topic.place().orElseThrow().above();
  }

  private static String line(SummaryItem item) {
    return switch (item) {
      case Chapter chapter -> chapter(chapter);
      case SummaryItem.Part part -> "# " + Inline.plainText(part.title());
      case SummaryItem.Separator ignored -> "---";
    };
  }

  private static String chapter(Chapter chapter) {
    String nested =
        chapter.nested().isEmpty()
            ? ""
            : " ("
                + String.join(", ", chapter.nested().stream().map(BookTest::chapter).toList())
                + ")";
    String number = chapter.number().isEmpty() ? "" : chapter.numberText() + " ";
    return chapter.id().orElse("draft") + " " + number + chapter.titleText() + nested;
  }
}
