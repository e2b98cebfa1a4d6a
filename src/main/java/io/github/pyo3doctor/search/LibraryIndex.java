package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the words of one library stand and how much they tell. Each library has its own, so that a
 * second one changes nothing about the answers of the first.
 */
final class LibraryIndex {
  /** Keeps what stands in one place only from outweighing everything. */
  private static final float SMOOTHING = 0.3f;

  /** How much a single entry speaks of what nobody else speaks of, usually. */
  private static final float HALF_AN_ENTRY = 0.5f;

  private final int entries;
  private final Texts tokens;
  private final int[] ends;
  private final int[] where;
  private final float[] weights;
  private final float[] rarities;
  private final Phrases phrases;
  private final Spelling spelling;

  private LibraryIndex(
      int entries,
      Texts tokens,
      int[] ends,
      int[] where,
      float[] weights,
      float[] rarities,
      Phrases phrases) {
    this.entries = entries;
    this.tokens = tokens;
    this.ends = ends;
    this.where = where;
    this.weights = weights;
    this.rarities = rarities;
    this.phrases = phrases;
    this.spelling = new Spelling(tokens);
  }

  static LibraryIndex of(List<Entry> all) {
    Map<Field, Float> usual = usualLengths(all);
    Map<String, List<Weight>> weights = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      int entry = i;
      all.get(i)
          .weights(usual)
          .forEach(
              (token, weight) ->
                  weights
                      .computeIfAbsent(token, first -> new ArrayList<>(2))
                      .add(new Weight(entry, weight)));
    }
    return of(all, weights);
  }

  private static LibraryIndex of(List<Entry> entries, Map<String, List<Weight>> all) {
    int length = all.values().stream().mapToInt(List::size).sum();
    Texts tokens = Texts.sorted(all.keySet());
    int[] ends = new int[tokens.size()];
    int[] where = new int[length];
    float[] weights = new float[length];
    float[] rarities = new float[tokens.size()];
    int next = 0;
    for (int i = 0; i < ends.length; i++) {
      float sum = 0;
      for (Weight weight : all.get(tokens.get(i))) {
        where[next] = weight.entry;
        weights[next++] = weight.weight;
        sum += weight.weight;
      }
      ends[i] = next;
      rarities[i] = rarity(entries.size(), sum);
    }
    Phrases phrases = Phrases.of(entries, tokens);
    return new LibraryIndex(entries.size(), tokens, ends, where, weights, rarities, phrases);
  }

  static LibraryIndex read(SavedInput in) {
    return new LibraryIndex(
        in.integer(),
        Texts.read(in),
        in.integers(),
        in.integers(),
        in.decimals(),
        in.decimals(),
        Phrases.read(in));
  }

  void write(SavedOutput out) {
    out.integer(entries);
    tokens.write(out);
    out.integers(ends);
    out.integers(where);
    out.decimals(weights);
    out.decimals(rarities);
    phrases.write(out);
  }

  private record Weight(int entry, float weight) {}

  /** How many entries there are. */
  int size() {
    return entries;
  }

  Optional<Postings> postings(String token) {
    int number = tokens.find(token);
    if (number < 0) return Optional.empty();
    int from = number == 0 ? 0 : ends[number - 1];
    return Optional.of(new Postings(number, where, weights, from, ends[number], rarities[number]));
  }

  /** Where the tokens of these clues stand; without those that stand nowhere. */
  Map<String, Postings> held(List<Clue> clues) {
    Map<String, Postings> held = new HashMap<>();
    Set<String> nowhere = new HashSet<>();
    for (Clue clue : clues) {
      for (String token : clue.tokens().keySet()) {
        if (held.containsKey(token) || nowhere.contains(token)) continue;
        postings(token).ifPresentOrElse(it -> held.put(token, it), () -> nowhere.add(token));
      }
    }
    return held;
  }

  /**
   * Adds to each entry's score what its phrases tell.
   *
   * @param asked how much each token of a query counts, by its number
   */
  void raiseByPhrases(float[] scores, Map<Integer, Float> asked) {
    phrases.raise(scores, asked, rarities);
  }

  /** The tokens that begin so, but for that one itself. */
  List<String> longer(String beginning) {
    List<String> longer = new ArrayList<>();
    for (int i = tokens.firstWith(beginning); i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (!token.startsWith(beginning)) break;
      if (token.length() > beginning.length() && token.indexOf(' ') < 0) longer.add(token);
    }
    return longer;
  }

  /** The tokens that are spelt nearly so. */
  List<String> near(String token) {
    return spelling.near(token);
  }

  /** How much a word tells that only one entry speaks of. */
  float most() {
    return rarity(entries, HALF_AN_ENTRY);
  }

  private static float rarity(int entries, float speaking) {
    return (float) Math.log1p(entries / (speaking + SMOOTHING));
  }

  private static Map<Field, Float> usualLengths(List<Entry> all) {
    Map<Field, Float> usual = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      int sum = 0;
      int some = 0;
      for (Entry entry : all) {
        sum += entry.length(field);
        if (entry.length(field) > 0) some++;
      }
      usual.put(field, (float) sum / Math.max(1, some));
    }
    return usual;
  }
}
