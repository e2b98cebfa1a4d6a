package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.faq.Block.CodeBlock;
import io.github.pyo3doctor.guide.Guide;
import io.github.pyo3doctor.guide.GuideFinder;
import io.github.pyo3doctor.guide.GuideOrigin;
import io.github.pyo3doctor.guide.GuideReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every guide that Cargo has brought to this machine is read without loss. Prints one line for each
 * release; {@code cargo fetch} brings more.
 */
class OfficialGuidesTest {
  private static final Libraries LIBRARIES = new Libraries();
  private static final Pattern ENTRY = Pattern.compile("(?m)^## ");
  private static final List<String> TABLE = new ArrayList<>();

  @BeforeAll
  static void atLeastOneGuideIsHere() {
    assumeTrue(!guides().isEmpty(), "no pyo3 crate in Cargo's registry");
  }

  @AfterAll
  static void printTheTable() {
    System.out.println(
        "| PyO3 | chapters | sections | words | code blocks | lines hidden | included files missing"
            + " | dead links upstream | FAQ entries | matched |");
    System.out.println("|" + " --- |".repeat(10));
    TABLE.forEach(System.out::println);
  }

  static List<Guide> guides() {
    return GuideFinder.ofThisMachine().find(Optional.empty()).found().stream()
        .filter(guide -> guide.origin() == GuideOrigin.REGISTRY)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("guides")
  void aGuideIsReadWithoutLoss(Guide guide) throws Exception {
    String version = guide.release().version();
    BookFiles crate = GuideReader.open(guide);
    Placeholders placeholders = new Placeholders(guide.release(), LIBRARIES.facts()::find);
    Book book = Book.read(crate, guide.folder(), placeholders).orElseThrow();
    Library library =
        new GuideLibrary(LIBRARIES.idsByUpstreamAnchor(LIBRARIES.facts().currentPyo3()))
            .of("official", book, guide.release());
    Map<String, GuideSource> sources = new TreeMap<>();
    List<String> lost = new ArrayList<>();
    int words = 0;
    int hidden = 0;
    int code = 0;
    int missing = 0;
    for (BookChapter chapter : book.chapters()) {
      GuideSource source =
          new GuideSource(crate, guide.folder() + "/" + chapter.id() + ".md", version);
      sources.put(chapter.id(), source);
      SeenBlocks seen = SeenBlocks.of(chapter);
      difference(source.words(), seen.words())
          .ifPresent(difference -> lost.add(chapter.id() + ": " + difference));
      assertThat(seen.text()).as(chapter.id()).doesNotContain("{{#");
      assertThat(seen.hiddenLines()).as(chapter.id()).isEqualTo(source.hiddenLines());
      assertThat(seen.codeBlocks()).as(chapter.id()).isEqualTo(source.codeBlocks());
      assertThat(seen.visibleHashes()).as(chapter.id()).isEmpty();
      words += seen.words().size();
      hidden += seen.hiddenLines();
      code += seen.codeBlocks();
      missing += seen.text().split("\\[not available here: include ", -1).length - 1;
    }
    assertThat(lost).as("chapters whose words are not the source's, in its order").isEmpty();
    everyInternalLinkLeadsSomewhere(library);
    assertThat(GuideSource.dead(sources)).as("dead in the source").containsAll(book.deadLinks());
    everySectionIsPartOfItsChapter(library, book);

    int entries =
        Math.toIntExact(
            ENTRY.matcher(crate.text("guide/src/faq.md").orElseThrow()).results().count());
    List<Topic> faq =
        library.topics().stream()
            .filter(topic -> topic.place().orElseThrow().chapter().equals("faq"))
            .filter(topic -> !topic.id().equals("faq"))
            .toList();
    List<Topic> matched = faq.stream().filter(topic -> !topic.id().equals(topic.anchor())).toList();
    assertThat(faq).as("entries of the FAQ").hasSize(entries);
    assertThat(matched).as("entries with a topic of ours").isEqualTo(faq);
    TABLE.add(
        "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d |"
            .formatted(
                version,
                book.chapters().size(),
                library.sections().size(),
                words,
                code,
                hidden,
                missing,
                book.deadLinks().size(),
                faq.size(),
                matched.size()));
    book.deadLinks().forEach(link -> System.out.println(version + " dead upstream: " + link));
  }

  @Test
  void whatOurTopicsPointAtIsInTheNewestGuideOfTheReleaseTheyKnow() throws Exception {
    Pyo3Release known = LIBRARIES.facts().currentPyo3();
    Optional<Guide> guide =
        guides().stream()
            .filter(each -> each.release().series().equals(known.series()))
            .findFirst();
    assumeTrue(guide.isPresent(), "no published crate of that series is on this machine");
    Library official =
        LIBRARIES
            .guide("official", GuideReader.open(guide.get()), guide.get().folder(), known)
            .orElseThrow();

    assertThat(LIBRARIES.bundled(known).topics())
        .flatExtracting(topic -> topic.card().orElseThrow().guide())
        .allMatch(id -> official.topic(id).isPresent());
  }

  private static Optional<String> difference(List<String> source, List<String> seen) {
    if (source.equals(seen)) return Optional.empty();
    int at = 0;
    while (at < Math.min(source.size(), seen.size()) && source.get(at).equals(seen.get(at))) at++;
    return Optional.of(around(source, at) + " is shown as " + around(seen, at));
  }

  private static String around(List<String> words, int at) {
    return String.join(" ", words.subList(Math.max(0, at - 6), Math.min(words.size(), at + 6)));
  }

  private static void everyInternalLinkLeadsSomewhere(Library library) {
    Map<String, Set<String>> anchors = new TreeMap<>();
    library.topics().forEach(topic -> anchors.put(topic.id(), SeenBlocks.of(topic).anchors()));
    for (Topic topic : library.topics()) {
      for (String link : SeenBlocks.of(topic).links()) {
        if (link.matches("(?s)([A-Za-z][A-Za-z0-9+.-]*:|//).*")) continue;
        Optional<Library.Target> target = library.linked(link);
        assertThat(target).as(topic.id() + " -> " + link).isPresent();
        target
            .flatMap(Library.Target::anchor)
            .ifPresent(
                anchor ->
                    assertThat(anchors.get(target.get().topic().id()))
                        .as(topic.id() + " -> " + link)
                        .contains(anchor));
      }
    }
  }

  /** Nothing is lost by searching in sections, and no id is given twice. */
  private static void everySectionIsPartOfItsChapter(Library library, Book book) {
    Set<String> ids = new HashSet<>();
    Map<String, List<CodeBlock>> code = new TreeMap<>();
    for (Topic section : library.sections()) {
      assertThat(ids.add(section.id())).as(section.id()).isTrue();
      code.computeIfAbsent(section.place().orElseThrow().chapter(), id -> new ArrayList<>())
          .addAll(SeenBlocks.of(section).code());
    }
    for (BookChapter chapter : book.chapters()) {
      assertThat(code.get(chapter.id())).isEqualTo(SeenBlocks.of(chapter).code());
    }
  }
}
