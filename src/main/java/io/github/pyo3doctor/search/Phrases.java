package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The titles and the phrases of a library's entries. A phrase most of whose words a query holds, in
 * whatever order, tells more than its words do in several phrases.
 */
final class Phrases {
  /** Of the words of a phrase, by what they tell; less is chance. */
  private static final float LEAST_HELD = 0.6f;

  /** How much a phrase that is held wholly tells, of what its words do. */
  private static final float TELLS = 0.3f;

  /** A word that counts so much is met, though an ordinary one or a part of one counts less. */
  private static final float MET = 0.8f;

  private final int[] ends;
  private final int[] wordEnds;
  private final int[] words;

  private Phrases(int[] ends, int[] wordEnds, int[] words) {
    this.ends = ends;
    this.wordEnds = wordEnds;
    this.words = words;
  }

  /**
   * Collects what several words each of these entries says.
   *
   * @param tokens everything that is indexed
   */
  static Phrases of(List<Entry> entries, Texts tokens) {
    int[] ends = new int[entries.size()];
    List<Integer> wordEnds = new ArrayList<>();
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      for (List<String> phrase : entries.get(i).phrases()) {
        for (String word : phrase) words.add(tokens.find(word));
        wordEnds.add(words.size());
      }
      ends[i] = wordEnds.size();
    }
    return new Phrases(ends, numbers(wordEnds), numbers(words));
  }

  private static int[] numbers(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  static Phrases read(SavedInput in) {
    return new Phrases(in.integers(), in.integers(), in.integers());
  }

  void write(SavedOutput out) {
    out.integers(ends);
    out.integers(wordEnds);
    out.integers(words);
  }

  /**
   * Adds to each entry's score what the best of its phrases tells.
   *
   * @param asked how much each word of the query counts, by its number
   * @param rarities how much each word tells
   */
  void raise(float[] scores, Map<Integer, Float> asked, float[] rarities) {
    float[] met = new float[rarities.length];
    asked.forEach((word, counts) -> met[word] = Math.min(1, counts / MET));
    int phrase = 0;
    int word = 0;
    for (int entry = 0; entry < ends.length; entry++) {
      float best = 0;
      for (; phrase < ends[entry]; phrase++) {
        float all = 0;
        float held = 0;
        int several = 0;
        for (; word < wordEnds[phrase]; word++) {
          float tells = rarities[words[word]];
          all += tells;
          held += tells * met[words[word]];
          if (met[words[word]] > 0) several++;
        }
        float share = held / all;
        if (several > 1 && share >= LEAST_HELD) best = Math.max(best, share * share * held);
      }
      scores[entry] += TELLS * best;
    }
  }
}
