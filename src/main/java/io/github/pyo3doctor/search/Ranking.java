package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well each entry of a library answers a query, and whether any of them is an answer. Beside
 * its topics a library may hold neighbours: troubles that are none of ours, in the words they are
 * told with. The more a query speaks like one of them, the less the best topic is believed.
 */
final class Ranking {
  /** A topic that holds one ordinary word of the query is no answer beside one that holds all. */
  private static final float LEAST_SHARE_OF_BEST = 0.12f;

  /** Of a word that a neighbour speaks of, the best topic speaks so much less that it is silent. */
  private static final float SILENT = 0.15f;

  /** What the best neighbour answers speaks against a topic nearly as much as its own for it. */
  private static final float NEIGHBOUR = 0.9f;

  /** What only neighbours speak of, and the topic does not, counts a third again. */
  private static final float ELSEWHERE = 0.3f;

  /** A word that neighbours have and no topic: the query is likely about something else. */
  private static final float FOREIGN = 0.3f;

  /** A word that nobody has is mostly a name, of a project or a machine, and says little. */
  private static final float UNKNOWN = 0.2f;

  /** What counts no more than this is part of a word that is known as a whole. */
  private static final float PART_OF_A_WORD = 0.15f;

  /** One or two words cannot tell a neighbour from a topic; this many can. */
  private static final int ENOUGH_SAID = 4;

  /** A neighbour that answers so much better than any topic is told from it by two words. */
  private static final float FAR_BETTER = 1.5f;

  /** Of what a question tells an answer holds this much; of a pasted text it may hold less. */
  private static final float LEAST_OF_QUESTION = 0.32f;

  /** Two words and more are answered only by what is ahead, if by a fraction of a rare word. */
  private static final float LEAST_AHEAD = 0.5f;

  /** Who names nothing of ours says at least so much that is not in anybody's trouble. */
  private static final float LEAST_OF_OURS = 0.5f;

  /** Names that speak so much against our field, or no names; packages of ours speak less. */
  private static final float AGAINST = -0.1f;

  /** How much a word tells that the library does not know, beside one that it knows only once. */
  private static final float UNKNOWN_WORD_TELLS = 0.5f;

  private final int topics;
  private final float[] scores;
  private final float[] ours;
  private final List<float[]> words = new ArrayList<>();
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
    this.ours = new float[topics];
    for (Clue clue : clues) add(clue, index);
    index.raiseByPhrases(scores, asked(clues));
  }

  /** How much the words of a query count; parts of known ones, which hardly do, left out. */
  private static Map<String, Float> asked(List<Clue> clues) {
    Map<String, Float> asked = new HashMap<>();
    for (Clue clue : clues) {
      if (!clue.word()) continue;
      clue.tokens()
          .forEach(
              (token, counts) -> {
                if (counts > PART_OF_A_WORD) asked.merge(token, counts, Math::max);
              });
    }
    return asked;
  }

  private void add(Clue clue, LibraryIndex index) {
    float[] best = new float[scores.length];
    float tells = 0;
    for (Map.Entry<String, Float> token : clue.tokens().entrySet()) {
      Optional<Postings> found = index.postings(token.getKey());
      if (found.isEmpty()) continue;
      float most = found.get().rarity() * token.getValue();
      tells = Math.max(tells, most);
      found.get().raise(best, most);
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
    if (clue.anybodys()) return;
    for (int i = 0; i < topics; i++) ours[i] += best[i];
  }

  /**
   * How well a topic answers: how much of what the query tells it holds. Comparable between
   * libraries; phrases can bring it above 1.
   */
  float score(int topic) {
    return scores[topic] / told;
  }

  /**
   * The topics that are answers, in the library's order; none when not even the best is.
   *
   * @param evidence how much the names in the query speak for our field, as a share of all it tells
   */
  List<Integer> answers(float evidence) {
    float first = highest(scores, 0, topics);
    List<Integer> answers = new ArrayList<>();
    if (first == 0 || !believed(first, evidence) || isBeside(first)) return answers;
    if (evidence < AGAINST && isAnybodys(first)) return answers;
    for (int i = 0; i < topics; i++) {
      if (scores[i] > first * LEAST_SHARE_OF_BEST) answers.add(i);
    }
    return answers;
  }

  private boolean believed(float first, float evidence) {
    float neighbour = highest(scores, topics, scores.length);
    boolean farBetter = words.size() > 1 && neighbour > FAR_BETTER * first;
    float patience = farBetter ? 1 : Math.min(1, (words.size() - 1) / (ENOUGH_SAID - 1f));
    float against =
        patience * (NEIGHBOUR * neighbour + ELSEWHERE * elsewhere(first))
            + FOREIGN * foreign
            + UNKNOWN * unknown;
    return first - against + told * evidence > (isTyped(2) ? LEAST_AHEAD : 0);
  }

  /** Whether even the best topic is beside the point of a question. */
  private boolean isBeside(float first) {
    return isTyped(ENOUGH_SAID) && first < LEAST_OF_QUESTION * told;
  }

  /** Whether the best topic is told by nothing but what anybody's trouble is told with. */
  private boolean isAnybodys(float first) {
    return isTyped(ENOUGH_SAID) && ours[best(first)] < LEAST_OF_OURS;
  }

  /** Whether so many words were typed, not pasted; only who knows neighbours can tell by them. */
  private boolean isTyped(int least) {
    return scores.length > topics && words.size() >= least && words.size() <= Clue.MOST_TYPED;
  }

  /** How much of the query only neighbours speak of, and the best topic does not. */
  private float elsewhere(float first) {
    int topic = best(first);
    float sum = 0;
    for (float[] word : words) {
      float neighbour = highest(word, topics, word.length);
      if (word[topic] < SILENT * neighbour) sum += neighbour;
    }
    return sum;
  }

  private int best(float first) {
    int topic = 0;
    while (scores[topic] < first) topic++;
    return topic;
  }

  private static float highest(float[] values, int from, int to) {
    float highest = 0;
    for (int i = from; i < to; i++) highest = Math.max(highest, values[i]);
    return highest;
  }
}
