package io.github.pyo3doctor.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Words that tell little: those of every title, such as {@code fix}, and of every trouble. */
final class OrdinaryWords {
  private static final float ALL = 1;

  private final Map<String, Float> tells;
  private final Set<String> anybodys;

  /**
   * Knows these words.
   *
   * @param tells what each tells of what a rare one does, by the word, reduced
   * @param anybodys what tells troubles apart, but not whose they are
   */
  OrdinaryWords(Map<String, Float> tells, Set<String> anybodys) {
    this.tells = Map.copyOf(tells);
    this.anybodys = Set.copyOf(anybodys);
  }

  static OrdinaryWords read(SavedInput in) {
    Map<String, Float> tells = new HashMap<>();
    Texts words = Texts.read(in);
    float[] shares = in.decimals();
    for (int i = 0; i < shares.length; i++) tells.put(words.get(i), shares[i]);
    Set<String> anybodys = new HashSet<>();
    Texts troubles = Texts.read(in);
    for (int i = 0; i < troubles.size(); i++) anybodys.add(troubles.get(i));
    return new OrdinaryWords(tells, anybodys);
  }

  void write(SavedOutput out) {
    Map<String, Float> sorted = new TreeMap<>(tells);
    Texts.of(List.copyOf(sorted.keySet())).write(out);
    float[] shares = new float[sorted.size()];
    int next = 0;
    for (float share : sorted.values()) shares[next++] = share;
    out.decimals(shares);
    Texts.of(List.copyOf(new TreeSet<>(anybodys))).write(out);
  }

  /** How much a word tells of what a rare one does. */
  float tells(Form word) {
    return tells.getOrDefault(word.key(), ALL);
  }

  /** Whether anybody's trouble is told with this word. */
  boolean areAnybodys(Form word) {
    return anybodys.contains(word.key());
  }
}
