package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.TopicIndex;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The topics and the search over them. */
public final class LibraryModel {
  private static final int MOST_HITS = 50;

  private final Threads threads;
  private final Library library;
  private final TopicIndex index;
  private final ReadOnlyObjectWrapper<Results> results =
      new ReadOnlyObjectWrapper<>(new Results("", List.of()));
  private String wanted = "";

  /**
   * What a search found.
   *
   * @param query what was searched for
   * @param hits best first
   */
  public record Results(String query, List<Hit> hits) {}

  /** The library as it reads for a PyO3 release. */
  public LibraryModel(Doctor doctor, Pyo3Release release, Threads threads) {
    this.threads = threads;
    this.library = doctor.bundled(release);
    this.index = doctor.index(List.of(library));
  }

  /** All topics, in reading order. */
  public List<Topic> topics() {
    return library.topics();
  }

  /** The topic with that id. */
  public Optional<Topic> topic(String id) {
    return library.topic(id);
  }

  /** The topic before that one, or after it, in reading order. */
  public Optional<Topic> neighbour(Topic topic, int by) {
    int at = topics().indexOf(topic) + by;
    return at < 0 || at >= topics().size() ? Optional.empty() : Optional.of(topics().get(at));
  }

  /** What the last finished search found. */
  public ReadOnlyObjectProperty<Results> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Searches; an answer that a newer search has overtaken is never shown. */
  public void search(String query) {
    wanted = query;
    threads
        .work()
        .execute(
            () -> {
              Results found = new Results(query, index.search(query, MOST_HITS));
              threads.show().execute(() -> show(found));
            });
  }

  private void show(Results found) {
    if (found.query().equals(wanted)) results.set(found);
  }
}
