package io.github.pyo3doctor.checks;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditional compilation, as the Rust reference describes it: {@code all}, {@code any}, {@code
 * not}, options and {@code option = "value"}. What cannot be read, and options nobody knows the
 * value of, are {@link Truth#UNKNOWN}.
 */
final class CfgPredicate {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:([A-Za-z_][A-Za-z0-9_]*)|\"([^\"]*)\"|([(),=]))");

  private static final Pattern TRIPLE = Pattern.compile("[A-Za-z0-9_.]+(-[A-Za-z0-9_.]+)+");

  private final Matcher tokens;
  private final BuildConfiguration configuration;
  private Optional<MatchResult> next = Optional.empty();

  private CfgPredicate(String text, BuildConfiguration configuration) {
    this.tokens = TOKEN.matcher(text);
    this.configuration = configuration;
    advance();
  }

  /**
   * Evaluates a predicate.
   *
   * @param text {@code cfg(unix)}, {@code unix}, or the target triple that may stand for one in a
   *     manifest
   */
  static Truth evaluate(String text, BuildConfiguration configuration) {
    if (text.indexOf('-') > 0 && TRIPLE.matcher(text).matches()) {
      return configuration.isTriple(text);
    }
    CfgPredicate predicate = new CfgPredicate(text, configuration);
    Optional<Truth> value = predicate.predicate();
    return predicate.next.isPresent() ? Truth.UNKNOWN : value.orElse(Truth.UNKNOWN);
  }

  /** Empty when the text is no predicate. */
  private Optional<Truth> predicate() {
    Optional<String> name = word();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (take("(")) {
      return list(name.get());
    }
    if (take("=")) {
      Optional<String> value = string();
      return value.map(wanted -> configuration.holds(name.get(), Optional.of(wanted)));
    }
    return Optional.of(
        switch (name.get()) {
          case "true" -> Truth.TRUE;
          case "false" -> Truth.FALSE;
          default -> configuration.holds(name.get(), Optional.empty());
        });
  }

  private Optional<Truth> list(String operator) {
    Truth all = Truth.TRUE;
    Truth any = Truth.FALSE;
    while (!take(")")) {
      Optional<Truth> operand = predicate();
      if (operand.isEmpty()) {
        return Optional.empty();
      }
      all = all.and(operand.get());
      any = any.or(operand.get());
      if (!take(",") && !at(")")) {
        return Optional.empty();
      }
    }
    return switch (operator) {
      case "all", "cfg" -> Optional.of(all);
      case "any" -> Optional.of(any);
      case "not" -> Optional.of(all.not());
      default -> Optional.empty();
    };
  }

  private Optional<String> word() {
    return taken(1);
  }

  private Optional<String> string() {
    return taken(2);
  }

  private boolean at(String mark) {
    return next.filter(token -> mark.equals(token.group(3))).isPresent();
  }

  private boolean take(String mark) {
    boolean there = at(mark);
    if (there) {
      advance();
    }
    return there;
  }

  private Optional<String> taken(int group) {
    Optional<String> token = next.map(found -> found.group(group));
    if (token.isPresent()) {
      advance();
    }
    return token;
  }

  private void advance() {
    next = tokens.lookingAt() ? Optional.of(tokens.toMatchResult()) : Optional.empty();
    next.ifPresent(token -> tokens.region(token.end(), tokens.regionEnd()));
  }
}
