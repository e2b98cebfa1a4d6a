package io.github.pyo3doctor.search;

import java.util.List;
import java.util.Optional;

/**
 * How well each entry of a library answers a query, and whether any of them is an answer. Beside
 * its topics a library may hold neighbours: troubles that are none of ours, in the words they are
 * told with. The more a query speaks like one of them, the less the best topic is believed.
 */
final class Ranking {
  /** A topic that holds one ordinary word of the query is no answer beside one that holds all. */
  private static final float LEAST_SHARE_OF_BEST = 0.12f;

  /** How the belief in the best topic is reckoned; measured, see docs/decisions. */
  private static final float NEIGHBOUR = 0.9f;

  private static final float FOREIGN = 0.6f;
  private static final float UNKNOWN = 0.3f;
  private static final float LEAST_BELIEF = 0.06f;

  /** What more it takes when no word of the query belongs to Rust or to building extensions. */
  private static final float FAR_FROM_HOME = 0.26f;

  /** How much a word tells that the library does not know, beside one that it knows only once. */
  private static final float UNKNOWN_WORD_TELLS = 0.5f;

  private final int topics;
  private final float[] scores;
  private float told;
  private float foreign;
  private float unknown;

  /**
   * Ranks.
   *
   * @param topics how many of the library's entries are topics; the others are neighbours
   */
  Ranking(LibraryIndex index, int topics, List<Clue> clues) {
    this.topics = topics;
    this.scores = new float[index.size()];
    float[] best = new float[index.size()];
    for (Clue clue : clues) add(clue, index, best);
  }

  private void add(Clue clue, LibraryIndex index, float[] best) {
    java.util.Arrays.fill(best, 0);
    float tells = 0;
    for (var token : clue.tokens().entrySet()) {
      Optional<LibraryIndex.Postings> found = index.postings(token.getKey());
      if (found.isEmpty()) continue;
      LibraryIndex.Postings postings = found.get();
      float most = postings.rarity() * token.getValue();
      tells = Math.max(tells, most);
      for (int i = 0; i < postings.entries().length; i++) {
        int entry = postings.entries()[i];
        best[entry] = Math.max(best[entry], most * postings.weights()[i]);
      }
    }
    for (int i = 0; i < best.length; i++) scores[i] += best[i];
    if (clue.word()) weigh(tells, best, index);
  }

  private void weigh(float tells, float[] best, LibraryIndex index) {
    if (tells == 0) {
      tells = UNKNOWN_WORD_TELLS * index.most();
      unknown += tells;
    } else if (highest(best, 0, topics) == 0) {
      foreign += tells;
    }
    told += tells;
  }

  /**
   * How well a topic answers: how much of what the query tells it holds. Comparable between
   * libraries; phrases can bring it above 1.
   */
  float score(int topic) {
    return scores[topic] / told;
  }

  /**
   * Whether a topic is an answer at all.
   *
   * @param athome whether the query has a word of our field
   */
  boolean answers(int topic, boolean athome) {
    float first = highest(scores, 0, topics);
    return scores[topic] > first * LEAST_SHARE_OF_BEST && believed(first, athome);
  }

  private boolean believed(float first, boolean athome) {
    float neighbour = highest(scores, topics, scores.length);
    float belief = first - NEIGHBOUR * neighbour - FOREIGN * foreign - UNKNOWN * unknown;
    return belief > told * (LEAST_BELIEF + (athome ? 0 : FAR_FROM_HOME));
  }

  private static float highest(float[] values, int from, int to) {
    float highest = 0;
    for (int i = from; i < to; i++) highest = Math.max(highest, values[i]);
    return highest;
  }
}
