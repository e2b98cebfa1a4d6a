package io.github.pyo3doctor.symptoms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells a line that a tool printed from one that somebody typed, by the punctuation that tools put
 * around their messages. Words alone decide nothing: people quote messages while they describe.
 */
final class ToolOutput {
  /** Nobody types that much in one line: the line breaks of a log were lost. */
  private static final int LONGEST_TYPED = 400;

  /** How a line begins, once what wraps it is taken off. */
  private static final List<Kind> BEGINNINGS =
      List.of(
          new Kind("a compiler's or cargo's message", "(error|warning)(\\[\\w+\\])?: \\S"),
          new Kind("a compiler's note", "(= )?(note|help): \\S|--> \\S+:\\d+"),
          new Kind(
              "a Python exception",
              "([\\w.]+\\.)?[A-Z]\\w*(Error|Exception|Warning|Interrupt): \\S"
                  + "|Traceback \\(most recent call last\\)|File \"[^\"]+\", line \\d"
                  + "|Fatal Python error: "),
          new Kind(
              "a linker's message",
              "([\\w./\\\\:-]*[/\\\\])?(ld|mold|lld|lld-link|rust-lld|ld\\.lld|ld64\\.lld|collect2|cc|gcc|g\\+\\+|clang|link)(-\\d+)?(\\.exe)?"
                  + " ?: \\S|LINK : \\S|Undefined symbols for architecture \\w+:"),
          new Kind("the loader's message", "dyld(\\[\\d+\\])?: \\S|ImportError \\S+: "),
          new Kind("pip's message", "ERROR: \\S|× \\S|error: subprocess-exited-with-error"),
          new Kind("maturin's message", "💥 |🔗 |🐍 |Caused by: "),
          new Kind("a frame of a stack", "#\\d+ +(0x\\p{XDigit}+ in )?\\S+|\\d+: +0x\\p{XDigit}+"),
          new Kind("what a shell says of a program", "(zsh|bash|sh|fish): \\S"));

  /** What occurs inside a line only when a tool printed it. */
  private static final List<Kind> INSIDE =
      List.of(
          new Kind("a panic", "thread '[^']*'.{0,20} panicked at "),
          new Kind("an exit code", "\\(?exit (code|status): (0x)?-?\\p{XDigit}+|\\(signal: \\d+"),
          new Kind("the loader's message", "error while loading shared libraries: \\S"),
          new Kind(
              "a linker's message",
              "undefined reference to [`'‘]|: undefined symbol: \\S|\\bLNK\\d{4}: "),
          new Kind("a compiler's message", "\\berror(\\[E\\d{4}\\])?: \\S.* --> \\S+:\\d+"),
          new Kind("a dialog of Windows", "The code execution cannot proceed because "));

  private record Kind(String reason, Pattern pattern) {
    private Kind(String reason, String pattern) {
      this(reason, Pattern.compile(pattern));
    }
  }

  private ToolOutput() {}

  /** Which tool's output a line looks like; empty for anything else. */
  static Optional<String> of(String line) {
    String clean = LineCleaner.clean(line).strip();
    for (Kind kind : BEGINNINGS) {
      if (kind.pattern.matcher(clean).lookingAt()) return Optional.of(kind.reason);
    }
    for (Kind kind : INSIDE) {
      if (kind.pattern.matcher(clean).find()) return Optional.of(kind.reason);
    }
    return clean.length() > LONGEST_TYPED ? Optional.of("a very long line") : Optional.empty();
  }
}
