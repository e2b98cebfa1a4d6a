package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The entries of one library, and what their words weigh in it. */
final class LibraryIndex {
  private final List<Entry> entries;
  private final NavigableMap<String, Postings> postings = new TreeMap<>();
  private final float rarest;

  /**
   * Where a token occurs.
   *
   * @param entries numbers of entries
   * @param weights how much each speaks of it, from 0 to 1
   * @param rarity how much the token tells
   */
  record Postings(int[] entries, float[] weights, float rarity) {}

  LibraryIndex(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    Map<Field, Float> usual = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      float sum = 0;
      int some = 0;
      for (Entry entry : entries) {
        sum += entry.length(field);
        if (entry.length(field) > 0) some++;
      }
      usual.put(field, sum / Math.max(1, some));
    }
    Map<String, List<Float>> weights = new HashMap<>();
    Map<String, List<Integer>> where = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      int number = i;
      entries.get(i).weights(usual).forEach((token, weight) -> {
        weights.computeIfAbsent(token, t -> new ArrayList<>()).add(weight);
        where.computeIfAbsent(token, t -> new ArrayList<>()).add(number);
      });
    }
    weights.forEach((token, list) -> {
      float[] w = new float[list.size()];
      float sum = 0;
      for (int i = 0; i < w.length; i++) { w[i] = list.get(i); sum += w[i]; }
      int[] at = where.get(token).stream().mapToInt(Integer::intValue).toArray();
      postings.put(token, new Postings(at, w, (float) Math.log(1 + entries.size() / (sum + 0.3))));
    });
    this.rarest = (float) Math.log(1 + entries.size() / 0.8);
  }

  float rarest() { return rarest; }
  List<Entry> entries() { return entries; }
  Postings postings(String token) { return postings.get(token); }
  NavigableMap<String, Postings> all() { return postings; }
}
