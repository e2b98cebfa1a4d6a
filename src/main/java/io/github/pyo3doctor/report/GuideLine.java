package io.github.pyo3doctor.report;

import io.github.pyo3doctor.faq.GuidePlace;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.faq.Topic;
import java.util.Optional;

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
    return of(library.source(), library.release());
  }

  String of(String source, Optional<Pyo3Release> guide) {
    String name = source.equals(Libraries.OFFICIAL) ? "official guide" : source;
    return guide
        .map(release -> paint.faint(name + ", PyO3 " + release.version()) + "\n\n")
        .orElse("");
  }

  /** The titles that a topic stands under, each followed by a sign that it is below. */
  public static String above(Topic topic) {
    return above(topic.place());
  }

  static String above(Optional<GuidePlace> in) {
    return in.map(
            place -> String.join("", place.above().stream().map(title -> title + BELOW).toList()))
        .orElse("");
  }
}
