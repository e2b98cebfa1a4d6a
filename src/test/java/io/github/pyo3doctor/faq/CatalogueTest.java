package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Block.Heading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every article under {@code faq-data} keeps the promises of {@code faq-data/README.md}. */
class CatalogueTest {
  private static final Path TOPICS = Path.of("faq-data/topics");
  private static final Libraries LIBRARIES = new Libraries();
  private static final Library BUNDLED = LIBRARIES.bundled(LIBRARIES.facts().currentPyo3());
  private static final List<String> SECTIONS =
      List.of(
          "What you see",
          "Why it happens",
          "How to tell it from look-alikes",
          "What to do",
          "How to check that it worked",
          "Read more");
  private static final Pattern LINK_TARGET = Pattern.compile("Link\\[target=([^,]*),");

  @Test
  void theEntriesOfTheOfficialFaqAreAllThere() {
    assertThat(BUNDLED.topics())
        .extracting(Topic::id)
        .contains(
            "once-deadlock",
            "extension-module-linking",
            "crate-not-found-in-tests",
            "ctrl-c-ignored",
            "getter-clones",
            "reexported-pyo3",
            "windows-dll-not-found");
  }

  @Test
  void everyFileIsOneTopicNamedLikeIt() throws IOException {
    try (Stream<Path> files = Files.list(TOPICS)) {
      assertThat(BUNDLED.topics())
          .extracting(topic -> topic.id() + ".md")
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void noTwoTopicsShareAnAnchorOrAnUpstreamAnchor() {
    assertThat(BUNDLED.topics()).extracting(Topic::anchor).doesNotHaveDuplicates();
    assertThat(BUNDLED.topics()).flatExtracting(t -> card(t).upstream()).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void anIdIsKebabCase(String id) {
    assertThat(id).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void aTopicSaysInAFewWordsWhatItIsAbout(String id) {
    Topic topic = topic(id);

    assertThat(topic.titleText()).isNotBlank().doesNotContain("!");
    assertThat(card(topic).inShort().split(" ")).hasSizeBetween(1, 5);
    assertThat(topic.body().getFirst()).isInstanceOf(Block.Paragraph.class);
    assertThat(topic.summary()).isNotBlank();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void anUpstreamAnchorIsAnAnchor(String id) {
    assertThat(card(topic(id)).upstream())
        .allSatisfy(anchor -> assertThat(HeadingSlugs.slug(anchor)).isEqualTo(anchor).isNotEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void noWordIsListedTwice(String id) {
    assertThat(card(topic(id)).words().stream().map(word -> word.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates()
        .allSatisfy(word -> assertThat(word).isNotBlank().isEqualTo(word.strip()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void aVersionRequirementBeginsWithAnOperator(String id) {
    assertThat(card(topic(id)).pyo3()).matches("(>=|<|=)\\d+\\.\\d+(\\.\\d+)?(, ?<\\d+\\.\\d+)?");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void everySignatureMatchesItsSample(String id) {
    List<Signature> signatures = card(topic(id)).signatures();

    assertThat(signatures).extracting(Signature::id).doesNotHaveDuplicates();
    for (Signature signature : signatures) {
      assertThat(signature.sample().lines()).as(signature.id()).hasSize(1);
      assertThat(signature.pattern().matcher(signature.sample()).find())
          .as("%s matches its sample", signature.id())
          .isTrue();
      assertThat(signature.pattern().matcher("").find())
          .as("%s matches an empty line", signature.id())
          .isFalse();
      signature
          .with()
          .ifPresent(
              with ->
                  assertThat(with.pattern().matcher(with.sample()).find())
                      .as("%s matches its sample-with", signature.id())
                      .isTrue());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void everyArticleHasItsSectionsInOrder(String id) {
    assertThat(topic(id).outline().stream().filter(heading -> heading.level() == 2))
        .extracting(heading -> Inline.plainText(heading.content()))
        .containsExactlyElementsOf(SECTIONS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void noSectionIsEmpty(String id) {
    List<Block> body = topic(id).body();
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof Heading heading) {
        boolean deeperFollows =
            i + 1 < body.size()
                && (!(body.get(i + 1) instanceof Heading next) || next.level() > heading.level());
        assertThat(deeperFollows).as("something follows %s", heading.anchor()).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void everyPlaceholderOfAnArticleCanBeFilledIn(String id) {
    assertThat(topic(id).toString()).doesNotContain("[not available here").doesNotContain("{{#");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void everyLinkLeadsToASafePageOrToATopic(String id) {
    Topic topic = topic(id);
    List<String> anchors = topic.outline().stream().map(Heading::anchor).toList();
    for (String target : linkTargets(topic)) {
      if (target.startsWith("#")) {
        assertThat(anchors).as(target).contains(target.substring(1));
      } else if (target.endsWith(".md")) {
        assertThat(TOPICS.resolve(target)).exists();
      } else {
        assertThat(target).startsWith("https://").doesNotContain(" ");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void noReferenceIsLeftUndefined(String id) {
    assertThat(ArticleText.of(proseOf(topic(id)))).doesNotContain("][").doesNotContain("[`");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void nobodyIsShoutedAt(String id) {
    assertThat(ArticleText.of(proseOf(topic(id)))).doesNotContainPattern("[a-z]!(\\s|$)");
  }

  static Stream<String> ids() {
    return BUNDLED.topics().stream().map(Topic::id);
  }

  private static Topic topic(String id) {
    return BUNDLED.topic(id).orElseThrow();
  }

  private static TopicCard card(Topic topic) {
    return topic.card().orElseThrow();
  }

  /** The paragraphs and headings, whose words are ours; code and tables quote others. */
  private static List<Block> proseOf(Topic topic) {
    return topic.body().stream()
        .filter(block -> block instanceof Block.Paragraph || block instanceof Heading)
        .toList();
  }

  private static List<String> linkTargets(Topic topic) {
    List<String> targets = new ArrayList<>();
    Matcher link = LINK_TARGET.matcher(topic.body().toString());
    while (link.find()) targets.add(link.group(1));
    return targets;
  }
}
