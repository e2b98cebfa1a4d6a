package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.Cues;
import io.github.pyo3doctor.faq.Cues.Evidence;
import io.github.pyo3doctor.faq.Cues.Weight;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which topics a query is about, or whether it is about none: what the articles hold of it, what
 * people ask about each, and what its names say, weighed against one another.
 *
 * @see Ranking
 * @see Asked
 * @see Sides
 */
final class Judge {
  /** Longer queries are no more telling. */
  private static final int MANY_WORDS = 12;

  /** A topic that holds one ordinary word of the query is no answer beside one that holds all. */
  private static final float LEAST_SHARE_OF_BEST = 0.12f;

  /** A word that nobody has is mostly a name, of a project or a machine, and says little. */
  private static final float UNKNOWN = 0.2f;

  /** Of more words one name may tell a trouble, whatever the others are about. */
  private static final int SHORTEST_REPORT = 6;

  /** How many words before and behind a name still speak of it. */
  private static final int NEAR = 1;

  /** How much a name tells that few topics speak of, beside one that only one does. */
  private static final float TELLING = 0.6f;

  private final Sides sides;
  private final Map<Evidence, Float> worth;
  private final Map<Weight, Float> weights;
  private final List<Float> doubts;

  private Judge(
      Sides sides, Map<Evidence, Float> worth, Map<Weight, Float> weights, List<Float> doubts) {
    this.sides = sides;
    this.worth = worth;
    this.weights = weights;
    this.doubts = doubts;
  }

  static Judge of(Cues cues, Words reader) {
    return new Judge(Sides.of(cues, reader), cues.worth(), cues.weights(), cues.doubts());
  }

  static Judge read(SavedInput in) {
    Sides sides = Sides.read(in);
    float[] numbers = in.decimals();
    int next = 0;
    Map<Evidence, Float> worth = new EnumMap<>(Evidence.class);
    for (Evidence evidence : Evidence.values()) worth.put(evidence, numbers[next++]);
    Map<Weight, Float> weights = new EnumMap<>(Weight.class);
    for (Weight weight : Weight.values()) weights.put(weight, numbers[next++]);
    List<Float> doubts = new ArrayList<>();
    while (next < numbers.length) doubts.add(numbers[next++]);
    return new Judge(sides, worth, weights, doubts);
  }

  void write(SavedOutput out) {
    sides.write(out);
    float[] numbers = new float[Evidence.values().length + Weight.values().length + doubts.size()];
    int next = 0;
    for (Evidence evidence : Evidence.values()) numbers[next++] = worth.get(evidence);
    for (Weight weight : Weight.values()) numbers[next++] = weights.get(weight);
    for (float doubt : doubts) numbers[next++] = doubt;
    out.decimals(numbers);
  }

  /**
   * How well each of our topics answers: the share of the query that it holds, less by as much as
   * it is asked about less than the best; 0 of those that are no answer.
   *
   * @param asked how likely each is by what people ask, none of them first, as logarithms
   */
  float[] scores(Ranking ranking, float[] asked, List<Form> query) {
    return none(ranking, asked, query) < doubt(ranking.words())
        ? answers(mended(ranking, asked))
        : new float[ranking.topics()];
  }

  /**
   * What stands around the names in a report that tell of a trouble, since most of a report is
   * about the reporter's own matter. Empty for what is too short, or holds no such name.
   */
  List<Form> telling(List<Form> report, LibraryIndex index) {
    if (report.size() < SHORTEST_REPORT) return List.of();
    BitSet near = new BitSet();
    for (int i = 0; i < report.size(); i++) {
      if (isTelling(report.get(i), index)) near.set(Math.max(0, i - NEAR), i + NEAR + 1);
    }
    List<Form> telling = new ArrayList<>();
    for (int i = 0; i < report.size(); i++) {
      if (near.get(i)) telling.add(report.get(i));
    }
    return telling.size() < report.size() ? telling : List.of();
  }

  /** A name of our field that few topics speak of, such as {@code PanicException}. */
  private boolean isTelling(Form word, LibraryIndex index) {
    return sides.isOurs(word)
        && index
            .postings(word.key())
            .filter(found -> found.rarity() > TELLING * index.most())
            .isPresent();
  }

  /** The same for a library that knows neither neighbours nor what people ask. */
  static float[] scores(Ranking ranking) {
    float[] scores = new float[ranking.topics()];
    for (int i = 0; i < scores.length; i++) scores[i] = ranking.score(i);
    return highest(scores) > UNKNOWN * ranking.unknown()
        ? answers(scores)
        : new float[ranking.topics()];
  }

  private float doubt(int words) {
    return doubts.get(Math.clamp(words - 1, 0, doubts.size() - 1));
  }

  /** How likely it is that a query is about none of our topics, from 0 to 1. */
  float none(Ranking ranking, float[] asked, List<Form> query) {
    float[] odds = new float[asked.length];
    odds[0] = weights.get(Weight.ASKED) * asked[0] + against(ranking, query);
    for (int i = 1; i < odds.length; i++) {
      odds[i] =
          weights.get(Weight.ASKED) * asked[i] + weights.get(Weight.HELD) * ranking.score(i - 1);
    }
    return (float) Math.exp(odds[0] - Asked.logOfSum(odds));
  }

  private float against(Ranking ranking, List<Form> query) {
    float against = 0;
    for (Weight weight : weights.keySet()) {
      against += weights.get(weight) * reading(weight, ranking);
    }
    for (Evidence kind : sides.kinds(query)) against -= worth.get(kind);
    return against;
  }

  /** How much there is of what speaks for none of the topics; of what speaks for one, nothing. */
  static float reading(Weight weight, Ranking ranking) {
    return switch (weight) {
      case HELD, ASKED -> 0;
      case NONE -> 1;
      case NEIGHBOUR -> ranking.neighbour();
      case ELSEWHERE -> ranking.elsewhere();
      case FOREIGN -> ranking.foreign();
      case UNKNOWN -> ranking.unknown();
      case LENGTH -> Math.min(1, (float) ranking.words() / MANY_WORDS);
    };
  }

  /** What the articles hold, less by as much as a topic is asked about less than the best. */
  private float[] mended(Ranking ranking, float[] asked) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 1; i < asked.length; i++) most = Math.max(most, asked[i]);
    float share = weights.get(Weight.ASKED) / weights.get(Weight.HELD);
    float[] scores = new float[ranking.topics()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = ranking.score(i) + share * (asked[i + 1] - most);
    }
    return scores;
  }

  private static float[] answers(float[] scores) {
    float least = LEAST_SHARE_OF_BEST * highest(scores);
    float[] answers = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0 && scores[i] > least) answers[i] = scores[i];
    }
    return answers;
  }

  private static float highest(float[] values) {
    float highest = 0;
    for (float each : values) highest = Math.max(highest, each);
    return highest;
  }
}
