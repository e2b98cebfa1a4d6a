package io.github.pyo3doctor.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions that a requirement admits.
 *
 * @param from the first one
 * @param before the first one that is too new; empty when there is no limit
 */
record VersionRange(Version from, Optional<Version> before) {
  private static final VersionRange ANY = new VersionRange(new Version(0, 0, 0), Optional.empty());
  private static final Pattern COMPARATOR =
      Pattern.compile(
          "(\\^|~|=|>=|<=|>|<)?\\s*(\\d+)(?:\\.(\\d+|\\*))?(?:\\.(\\d+|\\*))?(?:[-+].*)?");

  /** The one version. */
  static VersionRange only(Version version) {
    return new VersionRange(version, Optional.of(after(version, 3)));
  }

  /** Reads a requirement as Cargo spells it; empty when it is none. */
  static Optional<VersionRange> ofCargo(String requirement) {
    VersionRange range = ANY;
    for (String text : requirement.split(",", -1)) {
      Optional<VersionRange> comparator = comparator(text.strip());
      if (comparator.isEmpty()) {
        return Optional.empty();
      }
      range = range.within(comparator.get());
    }
    return Optional.of(range);
  }

  /** Reads the version part of a Python requirement, {@code >=1.9.4,<2}; empty when it is none. */
  static Optional<VersionRange> ofPython(String specifiers) {
    List<String> comparators = new ArrayList<>();
    for (String text : specifiers.split(",", -1)) {
      String specifier = text.strip();
      if (!specifier.isEmpty() && !specifier.startsWith("!=")) {
        comparators.add(cargoSpelling(specifier));
      }
    }
    return ofCargo(comparators.isEmpty() ? "*" : String.join(",", comparators));
  }

  /** Whether everything admitted is {@code version} or newer. */
  Truth atLeast(Version version) {
    if (from.atLeast(version)) {
      return Truth.TRUE;
    }
    boolean allOlder = before.isPresent() && version.atLeast(before.get());
    return allOlder ? Truth.FALSE : Truth.UNKNOWN;
  }

  boolean contains(Version version) {
    return version.atLeast(from) && before.map(limit -> !version.atLeast(limit)).orElse(true);
  }

  /** Whether some version is admitted by both. */
  boolean overlaps(VersionRange other) {
    VersionRange both = within(other);
    return both.before.map(limit -> !both.from.atLeast(limit)).orElse(true);
  }

  /** Every release of the series, 0.27 for instance, of which some are admitted. */
  VersionRange wholeSeries() {
    return new VersionRange(
        new Version(from.major(), from.minor(), 0),
        before.map(limit -> limit.patch() == 0 ? limit : after(limit, 2)));
  }

  /** Whether no version is too new. */
  boolean isOpen() {
    return before.isEmpty();
  }

  private VersionRange within(VersionRange other) {
    Version later = from.atLeast(other.from) ? from : other.from;
    if (before.isEmpty() || other.before.isEmpty()) {
      return new VersionRange(later, before.or(other::before));
    }
    boolean closer = other.before.get().atLeast(before.get());
    return new VersionRange(later, closer ? before : other.before);
  }

  /** PEP 440's {@code ~=1.9} admits every later 1.x, {@code ~=1.9.4} every later 1.9.x. */
  private static String cargoSpelling(String specifier) {
    if (specifier.startsWith("~=")) {
      String version = specifier.substring(2).strip();
      String series =
          version.contains(".") ? version.substring(0, version.lastIndexOf('.')) : version;
      return ">=" + version + ",<=" + series;
    }
    return specifier.startsWith("==") ? specifier.substring(1) : specifier;
  }

  private static Optional<VersionRange> comparator(String text) {
    if (text.equals("*")) {
      return Optional.of(ANY);
    }
    Matcher matcher = COMPARATOR.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int parts = number(matcher, 3).isEmpty() ? 1 : number(matcher, 4).isEmpty() ? 2 : 3;
    Version version =
        new Version(
            Integer.parseInt(matcher.group(2)),
            number(matcher, 3).orElse(0),
            number(matcher, 4).orElse(0));
    boolean wildcard = text.contains("*");
    String operator = matcher.group(1) == null ? "" : matcher.group(1);
    Version next = after(version, parts);
    return Optional.of(
        switch (operator) {
          case ">=" -> new VersionRange(version, Optional.empty());
          case ">" -> new VersionRange(next, Optional.empty());
          case "<" -> new VersionRange(ANY.from, Optional.of(version));
          case "<=" -> new VersionRange(ANY.from, Optional.of(next));
          case "=" -> new VersionRange(version, Optional.of(next));
          case "~" -> new VersionRange(version, Optional.of(after(version, Math.min(parts, 2))));
          default ->
              new VersionRange(
                  version, Optional.of(wildcard ? next : incompatible(version, parts)));
        });
  }

  private static Optional<Integer> number(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null || text.equals("*") ? Optional.empty() : Optional.of(Integer.valueOf(text));
  }

  /** The first version whose first {@code parts} numbers are greater. */
  private static Version after(Version version, int parts) {
    return switch (parts) {
      case 1 -> new Version(version.major() + 1, 0, 0);
      case 2 -> new Version(version.major(), version.minor() + 1, 0);
      default -> new Version(version.major(), version.minor(), version.patch() + 1);
    };
  }

  /** Cargo's rule: the leftmost number that is not zero stays; 0.0.3 admits itself only. */
  private static Version incompatible(Version version, int parts) {
    int significant = version.major() > 0 ? 1 : version.minor() > 0 ? 2 : 3;
    return after(version, Math.min(parts, significant));
  }
}
