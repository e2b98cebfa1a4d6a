package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.Cues.Evidence;
import io.github.pyo3doctor.faq.Cues.Weight;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the weights of {@code faq-data/cues.toml}: those under which the questions of {@code
 * faq-data/asked} are most likely about what they are about (multinomial logistic regression, by
 * Adam). What is learnt from the questions themselves is learnt from four fifths of them at a time
 * and weighed on the rest. Run by {@code docs/benchmarks/weights}.
 */
final class AnswerWeights {
  private static final int FOLDS = 5;
  private static final int STEPS = 1500;
  private static final double PACE = 0.03;
  private static final double SHRINKS = 1e-4;

  /** What speaks for none of the topics; a question lists these first, then the evidence. */
  private static final List<Weight> AGAINST =
      List.of(
          Weight.NONE,
          Weight.NEIGHBOUR,
          Weight.ELSEWHERE,
          Weight.FOREIGN,
          Weight.UNKNOWN,
          Weight.LENGTH);

  private static final List<Evidence> EVIDENCE = List.of(Evidence.values());

  private final Words reader = new Words();
  private final Vocabulary vocabulary = Vocabulary.bundled();
  private final Concepts concepts = new Concepts(vocabulary.synonyms(), reader);
  private final Sides sides = Sides.of(vocabulary.cues(), reader);
  private final OrdinaryWords ordinary = new OrdinaryWords(vocabulary.ordinary());
  private final Shelf shelf;
  private final List<Question> questions = new ArrayList<>();
  private final List<float[]> asked = new ArrayList<>();

  /**
   * A question.
   *
   * @param about 0 for none of the topics, else the number of the topic, from 1
   * @param held how much each topic's article holds of it
   * @param against what speaks for none
   */
  private record Question(int about, Set<String> tokens, List<Float> held, List<Float> against) {}

  private AnswerWeights() {
    Libraries libraries = new Libraries();
    Library library = libraries.bundled(libraries.facts().currentPyo3());
    shelf = Shelf.of(library, vocabulary, reader, concepts);
    add(0, Vocabulary.NONE);
    for (int topic = 0; topic < shelf.topics(); topic++) add(topic + 1, shelf.id(topic));
    for (int i = 0; i < questions.size(); i++) asked.add(new float[0]);
    for (int fold = 0; fold < FOLDS; fold++) learn(fold);
  }

  /** Prints the weights, and how often a query is answered rightly and wrongly under each doubt. */
  public static void main(String[] arguments) {
    AnswerWeights weights = new AnswerWeights();
    weights.print(weights.fitted());
  }

  private void add(int about, String id) {
    for (String text : vocabulary.asked().get(id)) {
      List<Form> words = reader.queried(text, 128);
      if (words.isEmpty()) continue;
      Query query = new Query(words, concepts.in(words), true);
      List<Clue> clues = Clue.of(query, ordinary, shelf.index());
      Ranking ranking =
          new Ranking(shelf.index(), shelf.index().held(clues), shelf.topics(), clues);
      List<Float> held = new ArrayList<>(List.of(0f));
      for (int topic = 0; topic < shelf.topics(); topic++) held.add(ranking.score(topic));
      questions.add(new Question(about, Asked.tokens(query), held, against(ranking, words)));
    }
  }

  private List<Float> against(Ranking ranking, List<Form> words) {
    Set<Evidence> kinds = sides.kinds(words);
    List<Float> against = new ArrayList<>();
    for (Weight weight : AGAINST) against.add(Judge.reading(weight, ranking));
    for (Evidence kind : EVIDENCE) against.add(kinds.contains(kind) ? -1f : 0f);
    return against;
  }

  /** What the other folds teach about this one. */
  private void learn(int fold) {
    List<List<Set<String>>> others = new ArrayList<>();
    for (int i = 0; i <= shelf.topics(); i++) others.add(new ArrayList<>());
    for (int i = 0; i < questions.size(); i++) {
      if (i % FOLDS != fold) others.get(questions.get(i).about()).add(questions.get(i).tokens());
    }
    Asked learnt = Asked.of(others);
    for (int i = fold; i < questions.size(); i += FOLDS) {
      asked.set(i, learnt.about(questions.get(i).tokens()));
    }
  }

  /** First the weight of what is held, then of what is asked, then of what speaks for none. */
  private double[] fitted() {
    double[] weights = new double[2 + questions.getFirst().against().size()];
    weights[0] = 5;
    weights[1] = 0.5;
    double[] mean = new double[weights.length];
    double[] spread = new double[weights.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = slope(weights);
      for (int i = 0; i < weights.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
        spread[i] = 0.999 * spread[i] + 0.001 * slope[i] * slope[i];
        double unbiased = mean[i] / (1 - Math.pow(0.9, step));
        double size = Math.sqrt(spread[i] / (1 - Math.pow(0.999, step))) + 1e-9;
        weights[i] -= PACE * unbiased / size;
      }
    }
    return weights;
  }

  private double[] slope(double[] weights) {
    double[] slope =
        IntStream.range(0, questions.size())
            .parallel()
            .collect(
                () -> new double[weights.length],
                (sum, i) -> addSlope(sum, i, shares(weights, i)),
                (one, other) -> Arrays.setAll(one, i -> one[i] + other[i]));
    for (int i = 0; i < slope.length; i++) {
      slope[i] = slope[i] / questions.size() + 2 * SHRINKS * weights[i];
    }
    return slope;
  }

  private void addSlope(double[] sum, int number, double[] shares) {
    Question question = questions.get(number);
    for (int i = 0; i < shares.length; i++) {
      double off = shares[i] - (i == question.about() ? 1 : 0);
      sum[0] += off * question.held().get(i);
      sum[1] += off * asked.get(number)[i];
    }
    double off = shares[0] - (question.about() == 0 ? 1 : 0);
    for (int i = 2; i < sum.length; i++) sum[i] += off * question.against().get(i - 2);
  }

  /** How likely each is to be what a question is about. */
  private double[] shares(double[] weights, int number) {
    Question question = questions.get(number);
    double[] odds = new double[question.held().size()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = weights[0] * question.held().get(i) + weights[1] * asked.get(number)[i];
    }
    for (int i = 2; i < weights.length; i++) odds[0] += weights[i] * question.against().get(i - 2);
    double most = Arrays.stream(odds).max().orElseThrow();
    double all = Arrays.stream(odds).map(each -> Math.exp(each - most)).sum();
    return Arrays.stream(odds).map(each -> Math.exp(each - most) / all).toArray();
  }

  private void print(double[] weights) {
    System.out.println("[worth]");
    for (int i = 0; i < EVIDENCE.size(); i++) {
      line(name(EVIDENCE.get(i)), weights[2 + AGAINST.size() + i]);
    }
    System.out.println("\n[weights]");
    line("held", weights[0]);
    line("asked", weights[1]);
    for (int i = 0; i < AGAINST.size(); i++) {
      line(name(AGAINST.get(i)), weights[2 + i]);
    }
    System.out.println(
        "\ndoubt  right at first  others answered (each fifth by what the others teach)");
    for (double doubt : new double[] {0.05, 0.1, 0.15, 0.2, 0.3, 0.5}) print(doubt, weights);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void line(String name, double value) {
    System.out.printf(Locale.ROOT, "%s = %.2f%n", name, value);
  }

  private void print(double doubt, double[] weights) {
    int right = 0;
    int answered = 0;
    int none = 0;
    for (int i = 0; i < questions.size(); i++) {
      double[] shares = shares(weights, i);
      boolean answer = shares[0] < doubt;
      if (questions.get(i).about() == 0) {
        none++;
        if (answer) answered++;
      } else if (answer && best(shares) == questions.get(i).about()) {
        right++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%.2f   %.1f %%          %.1f %%%n",
        doubt,
        100.0 * right / (questions.size() - none),
        100.0 * answered / none);
  }

  private static int best(double[] shares) {
    int best = 1;
    for (int i = 2; i < shares.length; i++) {
      if (shares[i] > shares[best]) best = i;
    }
    return best;
  }
}
