package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.Vocabulary.Synonyms;
import io.github.pyo3doctor.search.Form.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Words and phrases that mean the same, found in a sequence of words. */
final class Concepts {
  /** Names of concepts begin with a character that no word has. */
  private static final String MARK = "=";

  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final List<Alike> alike = new ArrayList<>();

  private record Phrase(List<String> words, String concept) {}

  /** Words that only differ in a part, such as a version. */
  private record Alike(Pattern pattern, String concept) {}

  /**
   * A concept met in a text.
   *
   * @param name what it is indexed as
   * @param first the first of its words
   * @param length how many words name it
   */
  record Met(String name, int first, int length) {}

  Concepts(List<Synonyms> synonyms, Words words) {
    for (int i = 0; i < synonyms.size(); i++) {
      String concept = MARK + i;
      for (String phrase : synonyms.get(i).words()) {
        List<String> keys = words.indexed(phrase).stream().map(word -> word.form().key()).toList();
        if (!keys.isEmpty()) add(new Phrase(keys, concept));
      }
      synonyms.get(i).like().ifPresent(pattern -> alike.add(new Alike(pattern, concept)));
    }
  }

  private Concepts() {}

  static Concepts read(SavedInput in) {
    Concepts concepts = new Concepts();
    for (int left = in.integer(); left > 0; left--) {
      String concept = in.text();
      concepts.add(new Phrase(List.of(in.text().split(" ", -1)), concept));
    }
    for (int left = in.integer(); left > 0; left--) {
      String concept = in.text();
      concepts.alike.add(new Alike(Pattern.compile(in.text()), concept));
    }
    return concepts;
  }

  void write(SavedOutput out) {
    out.integer(byFirstWord.values().stream().mapToInt(List::size).sum());
    for (List<Phrase> phrases : byFirstWord.values()) {
      for (Phrase phrase : phrases) {
        out.text(phrase.concept);
        out.text(String.join(" ", phrase.words));
      }
    }
    out.integer(alike.size());
    for (Alike words : alike) {
      out.text(words.concept);
      out.text(words.pattern.pattern());
    }
  }

  private void add(Phrase phrase) {
    byFirstWord.computeIfAbsent(phrase.words.getFirst(), first -> new ArrayList<>()).add(phrase);
  }

  /** The concepts a text names. */
  List<Met> in(List<Form> text) {
    List<Met> met = new ArrayList<>();
    // A log says the same words again and again, and patterns take long.
    Map<String, List<String>> kinds = new HashMap<>();
    for (int i = 0; i < text.size(); i++) {
      for (Token token : text.get(i).tokens()) {
        if (!token.isWhole()) continue;
        for (Phrase phrase : byFirstWord.getOrDefault(token.text(), List.of())) {
          if (follows(text, i, phrase.words)) {
            add(new Met(phrase.concept, i, phrase.words.size()), met);
          }
        }
      }
      for (String kind : kinds.computeIfAbsent(text.get(i).text(), this::kinds)) {
        add(new Met(kind, i, 1), met);
      }
    }
    return met;
  }

  /** The concepts of words that a word is like. */
  private List<String> kinds(String word) {
    List<String> kinds = new ArrayList<>();
    for (Alike words : alike) {
      if (words.pattern.matcher(word).matches()) kinds.add(words.concept);
    }
    return kinds;
  }

  private static void add(Met found, List<Met> met) {
    if (!met.contains(found)) met.add(found);
  }

  private static boolean follows(List<Form> text, int first, List<String> phrase) {
    if (first + phrase.size() > text.size()) return false;
    for (int i = 1; i < phrase.size(); i++) {
      if (!text.get(first + i).key().equals(phrase.get(i))) return false;
    }
    return true;
  }
}
