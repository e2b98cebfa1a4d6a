package io.github.pyo3doctor.faq;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PyO3 release that the guide's placeholders are filled in for, by the rules of PyO3's own
 * preprocessor ({@code guide/pyo3_version.py}, the same from 0.15 on). Newer ones are greater; a
 * pre-release comes before its release.
 *
 * @param version {@code 0.29.2}
 */
public record Pyo3Release(String version) implements Comparable<Pyo3Release> {
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(.*)");

  private static final Comparator<Pyo3Release> ORDER =
      Comparator.comparingInt((Pyo3Release release) -> release.number(1))
          .thenComparingInt(release -> release.number(2))
          .thenComparingInt(release -> release.number(3))
          .thenComparing(release -> !release.isPreRelease())
          .thenComparing(Pyo3Release::version);

  /** The first two numbers, {@code 0.29}: releases of one series differ little. */
  public String series() {
    return number(1) + "." + number(2);
  }

  /** {@code v0.29.2}. */
  String tag() {
    return "v" + version;
  }

  /** Where its API documentation is. */
  String docsUrl() {
    return "https://docs.rs/pyo3/" + version;
  }

  /** The line that goes into a dependency table. */
  String crateVersion() {
    return "version = \"" + version + "\"";
  }

  @Override
  public int compareTo(Pyo3Release other) {
    return ORDER.compare(this, other);
  }

  private boolean isPreRelease() {
    return version.contains("-");
  }

  private int number(int group) {
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.matches() && numbers.group(group) != null
        ? Integer.parseInt(numbers.group(group))
        : 0;
  }
}
