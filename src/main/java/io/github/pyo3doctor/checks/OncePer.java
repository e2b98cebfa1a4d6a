package io.github.pyo3doctor.checks;

import java.util.IdentityHashMap;
import java.util.function.Function;

/**
 * Works something out once for each thing asked about, for checks that ask the same and may run at
 * the same time.
 */
final class OncePer<K, V> {
  private final Function<K, V> question;
  private final IdentityHashMap<K, V> answers = new IdentityHashMap<>();

  OncePer(Function<K, V> question) {
    this.question = question;
  }

  synchronized V of(K thing) {
    return answers.computeIfAbsent(thing, question);
  }
}
