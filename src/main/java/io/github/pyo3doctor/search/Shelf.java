package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.ArticleText;
import io.github.pyo3doctor.faq.GuidePlace;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A library, ready to be searched. */
final class Shelf {
  private static final String LINE = "\n";

  private final String source;
  private final Optional<Pyo3Release> guide;
  private final Optional<Asked> asked;
  private final Texts ids;
  private final Texts titles;
  private final Texts articles;
  private final Texts places;
  private final LibraryIndex index;
  private final Words reader;
  private final AtomicReferenceArray<Passages> passages;

  private Shelf(
      String source,
      Optional<Pyo3Release> guide,
      Optional<Asked> asked,
      Texts ids,
      Texts titles,
      Texts articles,
      Texts places,
      LibraryIndex index,
      Words reader) {
    this.source = source;
    this.guide = guide;
    this.asked = asked;
    this.ids = ids;
    this.titles = titles;
    this.articles = articles;
    this.places = places;
    this.index = index;
    this.reader = reader;
    this.passages = new AtomicReferenceArray<>(ids.size());
  }

  /**
   * Makes a library ready.
   *
   * @param vocabulary how people put it; for our own topics
   */
  static Shelf of(Library library, Vocabulary vocabulary, Words reader, Concepts concepts) {
    boolean ours = library.topics().stream().anyMatch(topic -> topic.card().isPresent());
    List<Entry> entries = new ArrayList<>();
    for (Topic topic : library.sections()) entries.add(Entry.of(topic, reader, concepts));
    if (ours) {
      for (List<String> trouble : vocabulary.neighbours())
        entries.add(Entry.of(trouble, reader, concepts));
    }
    return new Shelf(
        library.source(),
        library.release(),
        ours ? Optional.of(asked(library, vocabulary, concepts)) : Optional.empty(),
        Texts.of(library.sections().stream().map(Topic::id).toList()),
        Texts.of(library.sections().stream().map(Topic::titleText).toList()),
        Texts.of(library.sections().stream().map(it -> ArticleText.of(it.body())).toList()),
        Texts.of(
            library.sections().stream()
                .map(it -> it.place().map(Shelf::lines).orElse(""))
                .toList()),
        LibraryIndex.of(entries),
        reader);
  }

  /** The words of questions are read by themselves: an index need not keep all of them. */
  private static Asked asked(Library library, Vocabulary vocabulary, Concepts concepts) {
    List<List<String>> questions = new ArrayList<>();
    questions.add(vocabulary.asked().getOrDefault(Vocabulary.NONE, List.of()));
    for (Topic topic : library.sections()) {
      questions.add(vocabulary.asked().getOrDefault(topic.id(), List.of()));
    }
    try (Words reader = new Words()) {
      return Asked.of(questions, reader, concepts);
    }
  }

  static Shelf read(SavedInput in, Words reader) {
    return new Shelf(
        in.text(),
        Optional.of(in.text()).filter(release -> !release.isEmpty()).map(Pyo3Release::new),
        in.integer() == 1 ? Optional.of(Asked.read(in)) : Optional.empty(),
        Texts.read(in),
        Texts.read(in),
        Texts.read(in),
        Texts.read(in),
        LibraryIndex.read(in),
        reader);
  }

  void write(SavedOutput out) {
    out.text(source);
    out.text(guide.map(Pyo3Release::version).orElse(""));
    out.integer(asked.isPresent() ? 1 : 0);
    asked.ifPresent(about -> about.write(out));
    ids.write(out);
    titles.write(out);
    articles.write(out);
    places.write(out);
    index.write(out);
  }

  String source() {
    return source;
  }

  /** What people ask about its topics; of our own library only. */
  Optional<Asked> asked() {
    return asked;
  }

  /** How many of the index's entries are topics; the first ones are. */
  int topics() {
    return ids.size();
  }

  String id(int topic) {
    return ids.get(topic);
  }

  /** The PyO3 whose own guide it is, if it is one. */
  Optional<Pyo3Release> guide() {
    return guide;
  }

  /** Where in a guide a topic stands. */
  Optional<GuidePlace> place(int topic) {
    String lines = places.get(topic);
    if (lines.isEmpty()) return Optional.empty();
    List<String> place = lines.lines().toList();
    return Optional.of(new GuidePlace(place.getFirst(), place.subList(1, place.size())));
  }

  /** The chapter, then each title it stands under; a title is one line. */
  private static String lines(GuidePlace place) {
    return place.above().isEmpty()
        ? place.chapter()
        : place.chapter() + LINE + String.join(LINE, place.above());
  }

  LibraryIndex index() {
    return index;
  }

  /** A topic's text, taken apart when it is first shown. */
  Passages passages(int topic) {
    Passages known = passages.get(topic);
    if (known != null) return known;
    Passages taken = Passages.of(titles.get(topic), articles.get(topic), reader);
    passages.set(topic, taken);
    return taken;
  }
}
