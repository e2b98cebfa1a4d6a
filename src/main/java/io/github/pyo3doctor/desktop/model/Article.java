package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.faq.GuidePlace;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.faq.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is read: a topic of ours, or a chapter or FAQ entry of PyO3's own guide.
 *
 * @param topic its text
 * @param library what it belongs to
 * @param anchor where on the page to begin; at its top when empty
 */
public record Article(Topic topic, Library library, Optional<String> anchor) {
  /** Whether PyO3 wrote it. */
  public boolean isOfficial() {
    return library.release().isPresent();
  }

  /** The line below the title: when it hurts and for which versions, or whose text it is. */
  public String about() {
    List<String> parts = new ArrayList<>();
    library.release().map(Article::official).ifPresent(parts::add);
    topic.place().map(GuidePlace::above).ifPresent(parts::addAll);
    topic.card().ifPresent(card -> parts.add(card.when().title() + " · PyO3 " + card.pyo3()));
    return String.join(" · ", parts);
  }

  /** What comes before it, or after it, in reading order. */
  public Optional<Topic> neighbour(int by) {
    int at = library.topics().indexOf(topic) + by;
    boolean known = at >= 0 && at < library.topics().size() && at != by - 1;
    return known ? Optional.of(library.topics().get(at)) : Optional.empty();
  }

  private static String official(Pyo3Release release) {
    return "Official guide, PyO3 " + release.version();
  }
}
