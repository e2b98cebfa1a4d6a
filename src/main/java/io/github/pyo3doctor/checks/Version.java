package io.github.pyo3doctor.checks;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release number of three parts. What stands behind them, {@code -beta.1} or {@code +build}, is
 * left out.
 */
record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern NUMBER =
      Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[-+.a-z].*)?");

  /** Reads {@code 1}, {@code 1.2} or {@code 1.2.3}; empty when it is none of them. */
  static Optional<Version> parse(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new Version(part(matcher, 1), part(matcher, 2), part(matcher, 3)))
        : Optional.empty();
  }

  private static int part(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  boolean atLeast(Version other) {
    return compareTo(other) >= 0;
  }

  /** The first two parts, which name a series of releases. */
  String series() {
    return major + "." + minor;
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparingInt(Version::major)
        .thenComparingInt(Version::minor)
        .thenComparingInt(Version::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
