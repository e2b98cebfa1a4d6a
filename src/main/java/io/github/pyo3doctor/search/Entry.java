package io.github.pyo3doctor.search;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one topic says, word by word. */
final class Entry {
  private final Map<Field, List<Word>> words = new EnumMap<>(Field.class);
  private final Map<Field, Map<String, Float>> counts = new EnumMap<>(Field.class);

  void add(Field field, String text, Words reader, Concepts concepts) {
    List<Word> read = reader.indexed(text);
    words.put(field, read);
    Map<String, Float> count = new HashMap<>();
    List<Form> forms = read.stream().map(Word::form).toList();
    for (int i = 0; i < forms.size(); i++) {
      for (Form.Token token : forms.get(i).tokens()) count.merge(token.text(), token.share(), Float::sum);
      if (i > 0) count.merge(pair(forms.get(i - 1), forms.get(i)), 1f, Float::sum);
    }
    for (Concepts.Met met : concepts.in(forms)) count.merge(met.name(), 1f, Float::sum);
    counts.put(field, count);
  }

  static String pair(Form one, Form next) {
    return one.key() + ' ' + next.key();
  }

  int length(Field field) {
    return words.getOrDefault(field, List.of()).size();
  }

  List<Word> words(Field field) {
    return words.getOrDefault(field, List.of());
  }

  /** How much the topic speaks of each token: BM25F, fields weighed and lengths evened out. */
  Map<String, Float> weights(Map<Field, Float> usualLengths) {
    Map<String, Float> sums = new HashMap<>();
    counts.forEach(
        (field, count) -> {
          float usual = Math.max(1, usualLengths.get(field));
          float length = 1 - Tuning.LENGTH + Tuning.LENGTH * length(field) / usual;
          count.forEach(
              (token, times) ->
                  sums.merge(token, field.weight() * times / length, Float::sum));
        });
    sums.replaceAll((token, sum) -> sum / (sum + Tuning.SATURATION));
    return sums;
  }
}
