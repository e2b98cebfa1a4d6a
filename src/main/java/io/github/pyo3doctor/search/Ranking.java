package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a query each entry of a library holds. Beside its topics a library may hold
 * neighbours: troubles that are none of ours, in the words they are told with.
 */
final class Ranking {
  /** Of a word that a neighbour speaks of, the best topic speaks so much less that it is silent. */
  private static final float SILENT = 0.15f;

  /** What counts no more than this is part of a word that is known as a whole. */
  private static final float PART_OF_A_WORD = 0.15f;

  /** How much a word tells that the library does not know, beside one that it knows only once. */
  private static final float UNKNOWN_WORD_TELLS = 0.5f;

  private final int topics;
  private final float[] scores;
  private final List<float[]> words = new ArrayList<>();
  private float told;
  private float foreign;
  private float unknown;

  /**
   * Ranks.
   *
   * @param held where the tokens of the clues stand
   * @param topics how many of the library's entries are topics; the others are neighbours
   */
  Ranking(LibraryIndex index, Map<String, Postings> held, int topics, List<Clue> clues) {
    this.topics = topics;
    this.scores = new float[index.size()];
    for (Clue clue : clues) add(clue, held, index);
    index.raiseByPhrases(scores, asked(clues, held));
  }

  /** How much the words of a query count; parts of known ones, which hardly do, left out. */
  private static Map<Integer, Float> asked(List<Clue> clues, Map<String, Postings> held) {
    Map<Integer, Float> asked = new HashMap<>();
    for (Clue clue : clues) {
      if (!clue.word()) continue;
      for (Map.Entry<String, Float> token : clue.tokens().entrySet()) {
        Postings found = held.get(token.getKey());
        if (found != null && token.getValue() > PART_OF_A_WORD) {
          asked.merge(found.token(), token.getValue(), Math::max);
        }
      }
    }
    return asked;
  }

  private void add(Clue clue, Map<String, Postings> held, LibraryIndex index) {
    // Most pairs of words stand nowhere, and say nothing.
    if (!clue.word() && Collections.disjoint(clue.tokens().keySet(), held.keySet())) return;
    float[] best = new float[scores.length];
    float tells = 0;
    for (Map.Entry<String, Float> token : clue.tokens().entrySet()) {
      Postings found = held.get(token.getKey());
      if (found == null) continue;
      float most = found.rarity() * token.getValue();
      tells = Math.max(tells, most);
      found.raise(best, most);
    }
    for (int i = 0; i < best.length; i++) scores[i] += best[i];
    if (clue.word()) weigh(clue, tells, best, index);
  }

  private void weigh(Clue clue, float known, float[] best, LibraryIndex index) {
    float tells = known;
    if (tells == 0) {
      tells = UNKNOWN_WORD_TELLS * index.most() * clue.tells();
      unknown += tells;
    } else if (highest(best, 0, topics) == 0) {
      foreign += tells;
    }
    told += tells;
    words.add(best);
  }

  int topics() {
    return topics;
  }

  /** How many words the query has. */
  int words() {
    return words.size();
  }

  /** Whether any topic holds anything of the query. */
  boolean isMet() {
    return highest(scores, 0, topics) > 0;
  }

  /**
   * How well a topic answers: how much of what the query tells it holds. Comparable between
   * libraries; phrases can bring it above 1.
   */
  float score(int topic) {
    return scores[topic] / told;
  }

  /** How well the best neighbour answers. */
  float neighbour() {
    return highest(scores, topics, scores.length) / told;
  }

  /** How much of the query only neighbours speak of, and the best topic does not. */
  float elsewhere() {
    int topic = best();
    float sum = 0;
    for (float[] word : words) {
      float neighbour = highest(word, topics, word.length);
      if (word[topic] < SILENT * neighbour) sum += neighbour;
    }
    return sum / told;
  }

  /** How much is told by words that only neighbours have. */
  float foreign() {
    return foreign / told;
  }

  /** How much is told by words that nobody has. */
  float unknown() {
    return unknown / told;
  }

  private int best() {
    int topic = 0;
    for (int i = 1; i < topics; i++) {
      if (scores[i] > scores[topic]) topic = i;
    }
    return topic;
  }

  private static float highest(float[] values, int from, int to) {
    float highest = 0;
    for (int i = from; i < to; i++) highest = Math.max(highest, values[i]);
    return highest;
  }
}
