package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Block.CodeBlock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of another project, opened as a user would. */
class FaqPageTest {
  private static final Path GARDEN = Path.of("src/test/resources/faq/garden.md");

  private Library garden = new Library("", List.of(), List.of());

  @BeforeEach
  void openThePage() throws Exception {
    garden = new Libraries().at(GARDEN, new Pyo3Release("0.29.2"));
  }

  @Test
  void everySecondLevelHeadingIsATopicNamedByItsAnchor() {
    assertThat(garden.topics())
        .extracting(Topic::id)
        .containsExactly(
            "why-does-rosebloom-return-none",
            "my-hedgehog--my-cat-dont-get-along",
            "tools",
            "tools-1");
    assertThat(garden.topics()).allSatisfy(t -> assertThat(t.anchor()).isEqualTo(t.id()));
    assertThat(garden.topics()).allSatisfy(t -> assertThat(t.card()).isEmpty());
  }

  @Test
  void aTitleReadsWithoutMarkup() {
    assertThat(garden.topics())
        .extracting(Topic::titleText)
        .startsWith("Why does Rose::bloom() return None?", "My hedgehog & my cat don't get along!");
  }

  @Test
  void whatStandsBeforeTheFirstTopicIsTheIntro() {
    assertThat(garden.intro()).hasSize(2);
    assertThat(ArticleText.of(garden.intro()))
        .isEqualTo(
            """
            Welcome. This page is for version 0.29.2 of the garden; the plan says who waters when.
            Read the first answer first.
            """);
  }

  @Test
  void aSummaryIsTheFirstParagraph() {
    assertThat(topic("why-does-rosebloom-return-none").summary())
        .isEqualTo("Because it is winter — see https://example.org/seasons.");
  }

  @Test
  void headingsInsideATopicAreItsOutline() {
    assertThat(topic("why-does-rosebloom-return-none").outline())
        .extracting(Block.Heading::anchor)
        .containsExactly("in-the-greenhouse");
  }

  @Test
  void anArticleReadsAsAReaderSeesIt() {
    assertThat(ArticleText.of(topic("why-does-rosebloom-return-none").body()))
        .isEqualTo(
            """
            Because it is winter — see https://example.org/seasons.
            #[derive(Debug)]
            struct Rose;

            println!("{:?}", Rose.bloom());
            In the greenhouse
            Heat it.
            Wait:
            a week for tulips,
            two for roses.
            [greenhouse]
            version = "0.29.2"
            """);
    assertThat(ArticleText.of(topic("my-hedgehog--my-cat-dont-get-along").body()))
        .isEqualTo(
            """
            Animal · Sleeps
            hedgehog · day|winter
            cat · always
            [not available here: include ../examples/hedgehog.rs:nap]
            """);
  }

  @Test
  void hiddenLinesAreStillThere() {
    CodeBlock code = (CodeBlock) topic("why-does-rosebloom-return-none").body().get(1);

    assertThat(code.fullText()).startsWith("use garden::*;\n").endsWith("\n}");
  }

  @Test
  void aLinkMayBeDefinedInAnotherTopic() {
    List<Inline> content = ((Block.Paragraph) topic("tools").body().getFirst()).content();

    assertThat(Inline.plainText(content))
        .isEqualTo("Ask [the shed][nobody] or GitHub. Since 0.26.");
    assertThat(content)
        .filteredOn(Inline.Link.class::isInstance)
        .extracting(run -> ((Inline.Link) run).target())
        .containsExactly("https://docs.rs/pyo3/0.29.2/garden/");
  }

  @Test
  void aTopicIsFoundByItsIdOrItsAnchor() {
    assertThat(garden.topic("tools-1")).contains(garden.topics().get(3));
    assertThat(garden.topic("Tools")).isEmpty();
  }

  private Topic topic(String id) {
    return garden.topic(id).orElseThrow();
  }
}
