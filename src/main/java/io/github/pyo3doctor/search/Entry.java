package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.ArticleText;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.TopicCard;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one topic says, word by word. */
final class Entry {
  /** BM25's b: how far a long text is held against a topic. */
  private static final float LENGTH_COUNTS = 0.5f;

  /** BM25's k1, for the sum over the fields: at this weight a topic is half as good as can be. */
  private static final float HALF = 4;

  private final List<List<String>> phrases = new ArrayList<>();
  private final Map<Field, Integer> lengths = new EnumMap<>(Field.class);
  private final Map<Field, Map<String, Float>> counts = new EnumMap<>(Field.class);

  /** What a topic says, field by field. */
  static Entry of(Topic topic, Words reader, Concepts concepts) {
    Entry entry = new Entry();
    entry.add(Field.ID, topic.id(), reader, concepts);
    entry.add(Field.TITLE, topic.titleText(), reader, concepts);
    entry.add(Field.HEADINGS, headings(topic), reader, concepts);
    entry.add(Field.BODY, ArticleText.of(topic.body()), reader, concepts);
    topic
        .place()
        .ifPresent(place -> entry.add(Field.WORDS, lines(place.above()), reader, concepts));
    if (topic.card().isPresent()) {
      TopicCard card = topic.card().get();
      entry.add(Field.WORDS, card.inShort() + "\n" + lines(card.words()), reader, concepts);
      entry.add(
          Field.SIGNATURES,
          lines(card.signatures().stream().map(Signature::sample).toList()),
          reader,
          concepts);
    }
    return entry;
  }

  /** A trouble of which only the words are known that people use for it. */
  static Entry of(List<String> words, Words reader, Concepts concepts) {
    Entry entry = new Entry();
    entry.add(Field.WORDS, lines(words), reader, concepts);
    return entry;
  }

  /** Its title and what else it is told with, of several words each, reduced. */
  List<List<String>> phrases() {
    return phrases;
  }

  /** What two neighbouring words are indexed as. */
  static String pair(Form one, Form next) {
    return one.key() + ' ' + next.key();
  }

  int length(Field field) {
    return lengths.getOrDefault(field, 0);
  }

  /**
   * How much the entry speaks of each token, concept and pair of words, from 0 to 1: BM25F, fields
   * weighed and lengths evened out.
   *
   * @param usual how long each field is on average
   */
  Map<String, Float> weights(Map<Field, Float> usual) {
    Map<String, Float> sums = new HashMap<>();
    counts.forEach(
        (field, count) -> {
          float length =
              1 - LENGTH_COUNTS + LENGTH_COUNTS * length(field) / Math.max(1, usual.get(field));
          count.forEach(
              (token, times) -> sums.merge(token, field.weight() * times / length, Float::sum));
        });
    sums.replaceAll((token, sum) -> sum / (sum + HALF));
    return sums;
  }

  private void add(Field field, String text, Words reader, Concepts concepts) {
    List<Form> forms = new ArrayList<>();
    for (Word word : reader.indexed(text)) forms.add(word.form());
    Map<String, Float> count = new HashMap<>();
    for (int i = 0; i < forms.size(); i++) {
      for (Form.Token token : forms.get(i).tokens()) {
        count.merge(token.text(), token.share(), Float::sum);
      }
      if (i > 0) count.merge(pair(forms.get(i - 1), forms.get(i)), 1f, Float::sum);
    }
    for (Concepts.Met met : concepts.in(forms)) count.merge(met.name(), 1f, Float::sum);
    if (field == Field.TITLE || field == Field.WORDS) collectPhrases(text, reader);
    lengths.put(field, forms.size());
    counts.put(field, count);
  }

  private void collectPhrases(String text, Words reader) {
    for (String line : text.lines().toList()) {
      List<String> phrase = reader.indexed(line).stream().map(it -> it.form().key()).toList();
      if (phrase.size() > 1) phrases.add(phrase);
    }
  }

  private static String headings(Topic topic) {
    return topic.outline().stream()
        .map(heading -> Inline.plainText(heading.content()))
        .collect(Collectors.joining("\n"));
  }

  private static String lines(List<String> phrases) {
    return String.join("\n", phrases);
  }
}
