package io.github.pyo3doctor.report;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;

/** Says of a text which guide it is from, and where in it a topic stands. */
public final class GuideLine {
  private static final String BELOW = " › ";

  private final Paint paint;

  /** Lines in these colours. */
  public GuideLine(Paint paint) {
    this.paint = paint;
  }

  /** The guide and its version, a line and an empty one; nothing for what is no guide. */
  public String of(Library library) {
    String name = library.source().equals(Libraries.OFFICIAL) ? "official guide" : library.source();
    return library
        .release()
        .map(release -> paint.faint(name + ", PyO3 " + release.version()) + "\n\n")
        .orElse("");
  }

  /** The titles that a topic stands under, each followed by a sign that it is below. */
  public static String above(Topic topic) {
    return topic
        .place()
        .map(place -> String.join("", place.above().stream().map(title -> title + BELOW).toList()))
        .orElse("");
  }
}
