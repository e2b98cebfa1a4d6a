package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.symptoms.BoundedText.ExhaustedException;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tries expressions on the lines of one log. One that runs wild on a line does not match it, and
 * one that does so again and again is given up: only a line made for it does that to it.
 */
final class Patience {
  private static final int TIMES = 16;

  private final IdentityHashMap<Pattern, Integer> stopped = new IdentityHashMap<>();

  /** Where a pattern matches, if it does. */
  Optional<Matcher> find(Pattern pattern, CharSequence text) {
    if (stopped.getOrDefault(pattern, 0) == TIMES) return Optional.empty();
    try {
      Matcher matcher = pattern.matcher(new BoundedText(text));
      return matcher.find() ? Optional.of(matcher) : Optional.empty();
    } catch (ExhaustedException e) {
      stopped.merge(pattern, 1, Integer::sum);
      return Optional.empty();
    }
  }
}
