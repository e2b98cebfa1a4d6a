package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the words of one library stand and how much they tell. Each library has its own, so that a
 * second one changes nothing about the answers of the first.
 */
final class LibraryIndex {
  /** Keeps what stands in one place only from outweighing everything. */
  private static final float SMOOTHING = 0.3f;

  /** How much a single entry speaks of what nobody else speaks of, usually. */
  private static final float HALF_AN_ENTRY = 0.5f;

  /** The first character that no token holds. */
  private static final char BEHIND_ALL = '\uFFFF';

  private final int entries;
  private final NavigableMap<String, Postings> postings = new TreeMap<>();
  private final Spelling spelling;

  LibraryIndex(List<Entry> all) {
    this.entries = all.size();
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
    weights.forEach((token, list) -> postings.put(token, postings(list)));
    this.spelling = new Spelling(postings.keySet());
  }

  private record Weight(int entry, float weight) {}

  /** How many entries there are. */
  int size() {
    return entries;
  }

  Optional<Postings> postings(String token) {
    return Optional.ofNullable(postings.get(token));
  }

  /** The tokens that begin so, but for that one itself. */
  List<String> longer(String beginning) {
    return postings.subMap(beginning, false, beginning + BEHIND_ALL, false).keySet().stream()
        .filter(token -> token.indexOf(' ') < 0)
        .toList();
  }

  /** The tokens that are spelt nearly so. */
  List<String> near(String token) {
    return spelling.near(token);
  }

  /** How much a word tells that only one entry speaks of. */
  float most() {
    return rarity(HALF_AN_ENTRY);
  }

  private float rarity(float speaking) {
    return (float) Math.log1p(entries / (speaking + SMOOTHING));
  }

  private Postings postings(List<Weight> list) {
    int[] where = new int[list.size()];
    float[] weights = new float[list.size()];
    float sum = 0;
    for (int i = 0; i < where.length; i++) {
      where[i] = list.get(i).entry;
      weights[i] = list.get(i).weight;
      sum += weights[i];
    }
    return new Postings(where, weights, rarity(sum));
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
