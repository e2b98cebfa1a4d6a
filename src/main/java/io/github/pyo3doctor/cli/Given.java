package io.github.pyo3doctor.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command was given, checked already.
 *
 * @param words what each option was given, by its name; those of the outer command included
 * @param positionals the arguments that are no options, in order
 */
record Given(Map<String, List<String>> words, List<String> positionals) {
  Given {
    words = Map.copyOf(words);
    positionals = List.copyOf(positionals);
  }

  boolean has(Option<?> option) {
    return words.containsKey(option.name());
  }

  boolean flag(Option<Boolean> option) {
    return value(option).orElse(false);
  }

  <T> Optional<T> value(Option<T> option) {
    return values(option).stream().findFirst();
  }

  /** All values of an option that may be repeated, in order. */
  <T> List<T> values(Option<T> option) {
    return words.getOrDefault(option.name(), List.of()).stream()
        .flatMap(word -> option.reading().apply(word).stream())
        .toList();
  }

  /** The only argument that is no option. */
  Optional<String> positional() {
    return positionals.stream().findFirst();
  }
}
