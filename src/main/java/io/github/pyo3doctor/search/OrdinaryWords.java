package io.github.pyo3doctor.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words that tell little: those of every title, such as {@code fix}, and of every trouble. */
final class OrdinaryWords {
  private static final float ALL = 1;

  private final Map<String, Float> tells;

  /**
   * Knows these words.
   *
   * @param tells what each tells of what a rare one does, by the word, reduced
   */
  OrdinaryWords(Map<String, Float> tells) {
    this.tells = Map.copyOf(tells);
  }

  static OrdinaryWords read(SavedInput in) {
    Map<String, Float> tells = new HashMap<>();
    Texts words = Texts.read(in);
    float[] shares = in.decimals();
    for (int i = 0; i < shares.length; i++) tells.put(words.get(i), shares[i]);
    return new OrdinaryWords(tells);
  }

  void write(SavedOutput out) {
    Map<String, Float> sorted = new TreeMap<>(tells);
    Texts.of(List.copyOf(sorted.keySet())).write(out);
    float[] shares = new float[sorted.size()];
    int next = 0;
    for (float share : sorted.values()) shares[next++] = share;
    out.decimals(shares);
  }

  /** How much a word tells of what a rare one does. */
  float tells(Form word) {
    return tells.getOrDefault(word.key(), ALL);
  }
}
