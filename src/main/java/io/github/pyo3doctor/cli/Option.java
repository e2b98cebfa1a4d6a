package io.github.pyo3doctor.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An option of a command.
 *
 * @param names as they are typed, the long one last; no two options of a command share one
 * @param label what stands for the value in help and messages; empty for a flag, which takes none
 * @param repeatable whether it may be given more than once
 * @param description for the help
 * @param reading the value of a word, empty when the word is none
 * @param refusal why a word is none
 */
record Option<T>(
    List<String> names,
    String label,
    boolean repeatable,
    String description,
    Function<String, Optional<T>> reading,
    Function<String, String> refusal) {
  static final Option<Boolean> HELP = flag("-h", "--help", "Show this help message and exit.");
  static final Option<Boolean> VERSION =
      flag("-V", "--version", "Print version information and exit.");
  static final Option<Boolean> DEBUG =
      flag("--debug", "Show stack traces of mistakes in this program.");

  /** For the commands whose other form is text for people. */
  static final Option<Boolean> JSON = flag("--json", "Print JSON.");

  static Option<Boolean> flag(String name, String description) {
    return flag(List.of(name), description);
  }

  private static Option<Boolean> flag(String letter, String name, String description) {
    return flag(List.of(letter, name), description);
  }

  private static Option<Boolean> flag(List<String> names, String description) {
    return new Option<>(
        names, "", false, description, Option::truth, word -> "'" + word + "' is not a boolean");
  }

  /** An option whose value is any text. */
  static Option<String> text(String name, String label, String description) {
    return new Option<>(List.of(name), label, false, description, Optional::of, word -> word);
  }

  static Option<Integer> number(String name, String label, String description) {
    return new Option<>(
        List.of(name),
        label,
        false,
        description,
        Option::integer,
        word -> "'" + word + "' is not an int");
  }

  /** An option whose value is one of these, each called by its word; the words are its label. */
  static <E extends Enum<E>> Option<E> oneOf(
      String name,
      E[] values,
      Function<E, String> word,
      Function<String, String> refusal,
      String description) {
    return new Option<>(
        List.of(name),
        Arrays.stream(values).map(word).collect(Collectors.joining("|")),
        false,
        description,
        given -> Arrays.stream(values).filter(each -> word.apply(each).equals(given)).findFirst(),
        refusal);
  }

  /** The same option, which may be given more than once. */
  Option<T> repeated() {
    return new Option<>(names, label, true, description, reading, refusal);
  }

  /** The name it is spoken of. */
  String name() {
    return names.getLast();
  }

  boolean isFlag() {
    return label.isEmpty();
  }

  private static Optional<Boolean> truth(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false", "" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> integer(String word) {
    try {
      return Optional.of(Integer.valueOf(word));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
