package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people ask about each topic, and what they ask beside all of them. Tells how likely a query
 * is about each by its words alone: as often as such words are asked about it (naive Bayes).
 */
final class Asked {
  /** What a word counts with those who never ask with it. */
  private static final double SMOOTHING = 0.2;

  /** A word that stands in one question only is that question's. */
  private static final int LEAST_OFTEN = 2;

  /** What is less likely by so much, as a logarithm, is out of the question. */
  private static final float HARDLY = -25;

  private final Texts tokens;
  private final int[] ends;
  private final int[] subjects;
  private final float[] gains;
  private final float[] usual;
  private final float[] absent;

  /**
   * @param gains how much more likely a subject is for a token, token by token as {@code ends} says
   * @param usual how likely each subject is before anything is known
   * @param absent how much less likely a subject is for a token that it is never asked with
   */
  private Asked(
      Texts tokens, int[] ends, int[] subjects, float[] gains, float[] usual, float[] absent) {
    this.tokens = tokens;
    this.ends = ends;
    this.subjects = subjects;
    this.gains = gains;
    this.usual = usual;
    this.absent = absent;
  }

  /**
   * Learns from questions.
   *
   * @param questions what is asked about each subject, the first of which is none of the topics
   */
  static Asked of(List<List<String>> questions, Words reader, Concepts concepts) {
    List<List<Set<String>>> tokens = new ArrayList<>();
    for (List<String> about : questions) {
      tokens.add(
          about.stream()
              .map(each -> reader.indexed(each).stream().map(Word::form).toList())
              .map(forms -> tokens(forms, concepts.in(forms)))
              .toList());
    }
    return of(tokens);
  }

  /** The same, of questions that are taken apart already. */
  static Asked of(List<List<Set<String>>> questions) {
    Map<String, int[]> counts = counts(questions);
    int[] lengths = new int[questions.size()];
    for (int[] count : counts.values()) {
      for (int i = 0; i < lengths.length; i++) lengths[i] += count[i];
    }
    int all = questions.stream().mapToInt(List::size).sum();
    float[] usual = new float[lengths.length];
    float[] absent = new float[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      usual[i] = (float) Math.log((double) questions.get(i).size() / all);
      absent[i] = (float) Math.log(SMOOTHING / (lengths[i] + SMOOTHING * counts.size()));
    }
    return of(counts, usual, absent);
  }

  private static Asked of(Map<String, int[]> counts, float[] usual, float[] absent) {
    Texts tokens = Texts.sorted(counts.keySet());
    int[] ends = new int[tokens.size()];
    List<Integer> subjects = new ArrayList<>();
    List<Float> gains = new ArrayList<>();
    for (int token = 0; token < ends.length; token++) {
      int[] count = counts.get(tokens.get(token));
      for (int i = 0; i < count.length; i++) {
        if (count[i] == 0) continue;
        subjects.add(i);
        gains.add((float) Math.log1p(count[i] / SMOOTHING));
      }
      ends[token] = subjects.size();
    }
    float[] values = new float[gains.size()];
    for (int i = 0; i < values.length; i++) values[i] = gains.get(i);
    return new Asked(
        tokens,
        ends,
        subjects.stream().mapToInt(Integer::intValue).toArray(),
        values,
        usual,
        absent);
  }

  /** In how many questions about each subject a token stands, of those that are no single one's. */
  private static Map<String, int[]> counts(List<List<Set<String>>> questions) {
    Map<String, int[]> counts = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      for (Set<String> question : questions.get(i)) {
        for (String token : question) {
          counts.computeIfAbsent(token, _ -> new int[questions.size()])[i]++;
        }
      }
    }
    Map<String, int[]> often = new TreeMap<>(counts);
    often.values().removeIf(count -> Arrays.stream(count).sum() < LEAST_OFTEN);
    return often;
  }

  /** What a text is known by here: its words, their parts, pairs of them and what they mean. */
  static Set<String> tokens(Query query) {
    return tokens(query.words(), query.concepts());
  }

  private static Set<String> tokens(List<Form> text, List<Concepts.Met> concepts) {
    Set<String> tokens = new LinkedHashSet<>();
    for (int i = 0; i < text.size(); i++) {
      for (Form.Token token : text.get(i).tokens()) tokens.add(token.text());
      if (i > 0) tokens.add(Entry.pair(text.get(i - 1), text.get(i)));
    }
    for (Concepts.Met met : concepts) tokens.add(met.name());
    return tokens;
  }

  /** How likely each subject is, as natural logarithms of shares of one. */
  float[] about(Set<String> query) {
    float[] sums = usual.clone();
    for (String each : query) {
      int token = tokens.find(each);
      if (token < 0) continue;
      for (int i = 0; i < sums.length; i++) sums[i] += absent[i];
      for (int i = token == 0 ? 0 : ends[token - 1]; i < ends[token]; i++) {
        sums[subjects[i]] += gains[i];
      }
    }
    float all = logOfSum(sums);
    for (int i = 0; i < sums.length; i++) sums[i] = Math.max(HARDLY, sums[i] - all);
    return sums;
  }

  /** The logarithm of the sum of what these are logarithms of. */
  static float logOfSum(float[] logarithms) {
    float most = Float.NEGATIVE_INFINITY;
    for (float each : logarithms) most = Math.max(most, each);
    double sum = 0;
    for (float each : logarithms) sum += Math.exp(each - most);
    return (float) (most + Math.log(sum));
  }

  static Asked read(SavedInput in) {
    return new Asked(
        Texts.read(in), in.integers(), in.integers(), in.decimals(), in.decimals(), in.decimals());
  }

  void write(SavedOutput out) {
    tokens.write(out);
    out.integers(ends);
    out.integers(subjects);
    out.decimals(gains);
    out.decimals(usual);
    out.decimals(absent);
  }
}
