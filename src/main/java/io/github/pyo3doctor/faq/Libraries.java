package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens the bundled topics, and FAQ pages that lie on this machine. */
public final class Libraries {
  /** The source name of the topics that ship with the program. */
  public static final String BUNDLED = "bundled";

  /** The source name of PyO3's own guide. */
  public static final String OFFICIAL = "official";

  private final BundledFiles files;
  private @Nullable Facts facts;
  private final Map<Pyo3Release, Library> bundled = new ConcurrentHashMap<>();

  /** Reads nothing yet: facts and topics are read when they are first asked for. */
  public Libraries() {
    this.files = new BundledFiles();
  }

  /** The version facts that ship with the program. */
  public synchronized Facts facts() {
    if (facts == null) facts = Facts.parse(files.read("facts.toml"));
    return facts;
  }

  /** What to do first about a trouble recognised in a log, most particular first. */
  public List<NextStep> nextSteps() {
    Placeholders placeholders = new Placeholders(facts().currentPyo3(), facts()::find);
    return NextStepFile.read(files.read(NextStepFile.NAME), placeholders);
  }

  /** The bundled topics, in order of when they hurt, as they read for a PyO3 release. */
  public Library bundled(Pyo3Release release) {
    return bundled.computeIfAbsent(release, this::readBundled);
  }

  private Library readBundled(Pyo3Release release) {
    Facts read = facts();
    List<Topic> topics =
        files.topicFiles().parallelStream()
            .map(file -> TopicFile.read(file, files.read(file), release, read))
            .sorted(Libraries::byStageThenTitle)
            .toList();
    return new Library(BUNDLED, List.of(), topics);
  }

  private static int byStageThenTitle(Topic one, Topic other) {
    int byStage = stage(one).compareTo(stage(other));
    return byStage != 0 ? byStage : one.titleText().compareToIgnoreCase(other.titleText());
  }

  private static Stage stage(Topic topic) {
    return topic.card().map(TopicCard::when).orElseThrow();
  }

  /**
   * The entries of an mdBook page, or of all pages below a folder, as they read for a PyO3 release.
   * An entry whose anchor a bundled topic names as its own upstream gets that topic's id.
   *
   * @throws UnreadableFileException when a named file cannot be read, or holds no entry
   */
  public Library at(Path source, Pyo3Release release) throws UnreadableFileException {
    Map<String, String> ids = idsByUpstreamAnchor(release);
    List<Block> intro = new ArrayList<>();
    List<Topic> topics = new ArrayList<>();
    for (Path page : pages(source)) {
      FaqPage read = FaqPage.read(TextFiles.read(page), release, facts()::find);
      intro.addAll(read.intro());
      read.topics().forEach(topic -> topics.add(withId(topic, ids)));
    }
    if (topics.isEmpty()) {
      throw new UnreadableFileException(
          source, "holds no FAQ entry: no second-level heading (## …) in any Markdown page");
    }
    return new Library(source.toString(), List.copyOf(intro), List.copyOf(topics));
  }

  /**
   * PyO3's own guide. An entry of its FAQ whose anchor a bundled topic names as its own upstream
   * gets that topic's id.
   *
   * @param source what the library is called
   * @param files the files of the {@code pyo3} crate, or of the guide alone
   * @param folder the path of the folder among them that holds {@code SUMMARY.md}
   * @param release the PyO3 it is about
   * @return empty when no table of contents is there, or none that names a chapter
   */
  public Optional<Library> guide(
      String source, BookFiles files, String folder, Pyo3Release release) {
    return Book.read(files, folder, new Placeholders(release, facts()::find))
        .map(book -> new GuideLibrary(idsByUpstreamAnchor(release)).of(source, book, release));
  }

  /** The ids of bundled topics by the anchors of their entries in the official FAQ. */
  Map<String, String> idsByUpstreamAnchor(Pyo3Release release) {
    return bundled(release).topics().stream()
        .flatMap(topic -> upstream(topic).map(anchor -> Map.entry(anchor, topic.id())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  private static Stream<String> upstream(Topic topic) {
    return topic.card().stream().flatMap(card -> card.upstream().stream());
  }

  private static Topic withId(Topic topic, Map<String, String> ids) {
    return Optional.ofNullable(ids.get(topic.anchor())).map(topic::withId).orElse(topic);
  }

  private static List<Path> pages(Path source) throws UnreadableFileException {
    if (!Files.isDirectory(source)) return List.of(source);
    try (Stream<Path> tree = Files.walk(source)) {
      return tree.filter(file -> file.toString().endsWith(".md"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableFileException(source, "cannot be listed: " + e.getMessage());
    }
  }
}
