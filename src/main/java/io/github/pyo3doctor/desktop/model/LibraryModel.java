package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Source;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.TopicIndex;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The topics and PyO3's own guide, and the search over both. */
public final class LibraryModel {
  private static final int MOST_HITS = 50;

  private final Doctor doctor;
  private final Threads threads;
  private final Library library;
  private final GuideModel guides;
  private final Source topics;
  private final ReadOnlyObjectWrapper<Results> results =
      new ReadOnlyObjectWrapper<>(new Results("", List.of()));
  private TopicIndex index;
  private String wanted = "";

  /**
   * What a search found.
   *
   * @param query what was searched for
   * @param hits best first
   */
  public record Results(String query, List<Hit> hits) {}

  /** The library as it reads for a PyO3 release; a guide is searched from when it is open. */
  public LibraryModel(Doctor doctor, Pyo3Release release, GuideModel guides, Threads threads) {
    this.doctor = doctor;
    this.threads = threads;
    this.guides = guides;
    this.library = doctor.bundled(release);
    this.topics = new Source.Bundled(Optional.of(release));
    this.index = index(List.of(topics), List.of(library));
    guides.stateProperty().subscribe(this::indexWith);
  }

  /** All topics of ours, in reading order. */
  public List<Topic> topics() {
    return library.topics();
  }

  /** The topic of ours with that id. */
  public Optional<Topic> topic(String id) {
    return library.topic(id);
  }

  /** The article of ours with that id. */
  public Optional<Article> article(String id) {
    return topic(id).map(topic -> new Article(topic, library, Optional.empty()));
  }

  /**
   * A chapter or an entry of the open guide.
   *
   * @param id of a chapter or FAQ entry; {@code CHAPTER#ANCHOR} for a section
   */
  public Optional<Article> official(String id) {
    return guides.stateProperty().get().library().flatMap(guide -> official(guide, id));
  }

  /** What a hit of a search leads to. */
  public Optional<Article> found(String source, String id) {
    return source.equals(Libraries.OFFICIAL) ? official(id) : article(id);
  }

  /** The entry about the same trouble in the other library: ours of an official one, or back. */
  public Optional<Article> counterpart(Article article) {
    String id = article.topic().id();
    if (article.isOfficial()) return article(id);
    return official(id).filter(other -> other.topic().id().equals(id));
  }

  /** Which guide is open. */
  public GuideModel guides() {
    return guides;
  }

  /** What the last finished search found. */
  public ReadOnlyObjectProperty<Results> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Searches; an answer that a newer search has overtaken is never shown. */
  public void search(String query) {
    wanted = query;
    TopicIndex searched = index;
    threads
        .work()
        .execute(
            () -> {
              Results found = new Results(query, searched.search(query, MOST_HITS));
              threads.show().execute(() -> show(found));
            });
  }

  private void show(Results found) {
    if (found.query().equals(wanted)) results.set(found);
  }

  private static Optional<Article> official(Library guide, String id) {
    int hash = id.indexOf('#');
    Optional<Topic> whole =
        guide.topics().stream().filter(topic -> topic.id().equals(id)).findFirst();
    if (whole.isPresent() || hash < 0) {
      return whole.map(topic -> new Article(topic, guide, Optional.empty()));
    }
    Optional<String> anchor = Optional.of(id.substring(hash + 1));
    return guide.topics().stream()
        .filter(topic -> topic.id().equals(id.substring(0, hash)))
        .findFirst()
        .map(topic -> new Article(topic, guide, anchor));
  }

  /** What was searched for meanwhile is searched for again. */
  private void indexWith(GuideState state) {
    if (!(state instanceof GuideState.Open open)) return;
    List<Source> sources = List.of(topics, new Source.Official(open.found()));
    threads
        .work()
        .execute(
            () -> {
              TopicIndex larger = index(sources, List.of(library, open.guide()));
              threads.show().execute(() -> use(larger));
            });
  }

  /** The index as an earlier start has kept it; what is open already is not read again for it. */
  private TopicIndex index(List<Source> sources, List<Library> opened) {
    try {
      return doctor.keptIndex(sources);
    } catch (UnreadableFileException moved) {
      return doctor.index(opened);
    }
  }

  private void use(TopicIndex larger) {
    index = larger;
    if (!wanted.isEmpty()) search(wanted);
  }
}
