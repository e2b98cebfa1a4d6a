package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one word of a query is looked for by, in one library: as it stands, by its parts, by what
 * means the same, misspelt when it is no word of the library, or unfinished while it is typed. The
 * best of these counts. Two words that follow each other are a clue of their own.
 *
 * @param tokens what is looked for, and how much each counts
 * @param word whether it stands for a word of the query, and not for two together, nor for two
 *     characters of an unspaced run that may be the end of one word and the beginning of the next
 * @param tells how much it tells when nobody knows it, of what a rare word does
 */
record Clue(Map<String, Float> tokens, boolean word, float tells) {
  private static final float PAIR = 0.6f;
  private static final float CONCEPT = 0.9f;
  private static final float WORD_OF_A_PHRASE = 0.7f;
  private static final float MISSPELT = 0.5f;
  private static final float UNFINISHED = 0.6f;
  private static final float PART_OF_UNKNOWN = 0.5f;
  private static final float PART_OF_KNOWN = 0.1f;

  private static final int SHORTEST_UNFINISHED = 2;

  /** Somebody who has typed this many words is no longer looking for the beginning of the last. */
  private static final int STILL_SEARCHING = 3;

  /** A longer text is pasted, not typed; there is nothing misspelt in it. */
  private static final int MOST_TYPED = 24;

  /** The clues of a query. */
  static List<Clue> of(Query query, OrdinaryWords ordinary, LibraryIndex index) {
    List<Form> words = query.words();
    List<Clue> clues = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean unfinished = query.beingTyped() && i == words.size() - 1;
      boolean searching = words.size() <= STILL_SEARCHING;
      Clue clue = ofWord(words.get(i), unfinished, searching, words.size() <= MOST_TYPED, index);
      clues.add(clue.telling(ordinary, words.get(i)));
    }
    for (Concepts.Met met : query.concepts()) {
      for (int i = 0; i < met.length(); i++) {
        float weight = met.length() == 1 ? CONCEPT : WORD_OF_A_PHRASE;
        Clue clue = clues.get(met.first() + i);
        clue.tokens.merge(met.name(), met.length() == 1 ? weight * clue.tells : weight, Math::max);
        clues.set(met.first() + i, clue.asWord());
      }
    }
    countUnknownRuns(words, clues);
    for (int i = 1; i < words.size(); i++) {
      float rarer = Math.max(clues.get(i - 1).tells, clues.get(i).tells);
      clues.add(
          new Clue(Map.of(Entry.pair(words.get(i - 1), words.get(i)), PAIR * rarer), false, 1));
    }
    return clues;
  }

  /** Unspaced runs of which nothing at all is known are one unknown word together. */
  private static void countUnknownRuns(List<Form> words, List<Clue> clues) {
    int first = -1;
    for (int i = words.size() - 1; i >= 0; i--) {
      if (!words.get(i).isUnspaced()) continue;
      if (clues.get(i).word) return;
      first = i;
    }
    if (first >= 0) clues.set(first, clues.get(first).asWord());
  }

  private static Clue ofWord(
      Form word, boolean unfinished, boolean searching, boolean typed, LibraryIndex index) {
    boolean known =
        word.tokens().stream()
            .anyMatch(token -> token.isWhole() && index.postings(token.text()).isPresent());
    Map<String, Float> tokens = new LinkedHashMap<>();
    for (Form.Token token : word.tokens()) {
      float part = known ? PART_OF_KNOWN : PART_OF_UNKNOWN;
      tokens.put(token.text(), token.isWhole() ? token.share() : part);
    }
    String begun = word.text().toLowerCase(Locale.ROOT);
    if (unfinished && (searching || !known) && begun.length() >= SHORTEST_UNFINISHED) {
      for (String whole : index.longer(begun)) tokens.putIfAbsent(whole, UNFINISHED);
    }
    if (typed && !known) {
      List<String> near = index.near(word.key());
      // The ending of a misspelt word may be none: eror is no form of ere.
      if (near.isEmpty()) near = index.near(begun);
      for (String meant : near) tokens.putIfAbsent(meant, MISSPELT);
    }
    // Where words begin in an unspaced run nobody knows, so what is in no entry may be no word.
    return new Clue(tokens, known || !word.isUnspaced(), 1);
  }

  private Clue asWord() {
    return new Clue(tokens, true, tells);
  }

  /** The same, telling as little as an ordinary word does. */
  private Clue telling(OrdinaryWords ordinary, Form form) {
    float share = ordinary.tells(form);
    tokens.replaceAll((token, weight) -> weight * share);
    return new Clue(tokens, word, share);
  }
}
