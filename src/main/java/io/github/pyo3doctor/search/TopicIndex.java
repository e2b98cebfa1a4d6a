package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The topics of one or more libraries, searchable by words. Safe to use from several threads. */
public final class TopicIndex implements AutoCloseable {
  /** What is looked for of a pasted text. */
  private static final int MOST_WORDS = 128;

  private static final int MOST_CHARACTERS = 4000;

  private final Words reader = new Words();
  private final Concepts concepts;
  private final Set<String> home = new HashSet<>();
  private final List<Shelf> shelves;

  /**
   * A library, ready to be searched.
   *
   * @param ours whether it is about our field only, so that it can tell what is none of it
   */
  private record Shelf(
      Library library, LibraryIndex index, List<Passages> passages, boolean ours) {}

  private TopicIndex(List<Library> libraries, Vocabulary vocabulary) {
    this.concepts = new Concepts(vocabulary.synonyms(), reader);
    for (String phrase : vocabulary.home()) {
      for (Word word : reader.indexed(phrase)) home.add(word.form().key());
    }
    this.shelves = libraries.stream().map(library -> shelf(library, vocabulary)).toList();
  }

  /** Builds the index in memory. */
  public static TopicIndex of(List<Library> libraries) {
    return new TopicIndex(libraries, Vocabulary.bundled());
  }

  private Shelf shelf(Library library, Vocabulary vocabulary) {
    List<Entry> entries = new ArrayList<>();
    List<Passages> passages = new ArrayList<>();
    for (Topic topic : library.sections()) {
      entries.add(Entry.of(topic, reader, concepts));
      passages.add(Passages.of(topic, reader));
    }
    boolean ours = library.topics().stream().anyMatch(topic -> topic.card().isPresent());
    if (ours) {
      for (List<String> trouble : vocabulary.neighbours()) {
        entries.add(Entry.of(trouble, reader, concepts));
      }
    }
    return new Shelf(library, new LibraryIndex(entries), List.copyOf(passages), ours);
  }

  /**
   * The topics that match, best first; none when the query does not speak of any of them.
   *
   * @param typed words, identifiers, error codes; the last word may be unfinished
   * @param limit how many at most
   */
  public List<Hit> search(String typed, int limit) {
    String looked = typed.substring(0, Math.min(typed.length(), MOST_CHARACTERS));
    List<Form> words = reader.queried(looked, MOST_WORDS);
    if (words.isEmpty()) return List.of();
    boolean beingTyped = !Character.isWhitespace(typed.charAt(typed.length() - 1));
    List<Found> found = new ArrayList<>();
    for (Shelf shelf : shelves) found.addAll(found(shelf, words, beingTyped));
    found.sort(Comparator.comparingDouble(Found::score).reversed());
    return found.stream().limit(limit).map(Found::hit).toList();
  }

  /** A topic found; its passages are looked for only when it is shown. */
  private record Found(Shelf shelf, int topic, float score, Map<String, Float> tokens) {
    private Hit hit() {
      Passages passages = shelf.passages.get(topic);
      return new Hit(
          shelf.library.sections().get(topic).id(),
          shelf.library.source(),
          score,
          passages.title(tokens),
          passages.sentence(tokens));
    }
  }

  private List<Found> found(Shelf shelf, List<Form> words, boolean beingTyped) {
    List<Clue> clues = Clue.of(words, beingTyped, concepts, shelf.index);
    int topics = shelf.library.sections().size();
    Ranking ranking = new Ranking(shelf.index, topics, clues);
    boolean athome = !shelf.ours || isAtHome(words);
    Map<String, Float> tokens = tokens(clues, shelf.index);
    List<Found> found = new ArrayList<>();
    for (int topic : ranking.answers(athome)) {
      found.add(new Found(shelf, topic, ranking.score(topic), tokens));
    }
    return found;
  }

  private boolean isAtHome(List<Form> words) {
    for (Form word : words) {
      for (Form.Token token : word.tokens()) {
        if (home.contains(token.text())) return true;
      }
    }
    return false;
  }

  /** What is marked in a text, and how much it tells. */
  private static Map<String, Float> tokens(List<Clue> clues, LibraryIndex index) {
    Map<String, Float> tokens = new HashMap<>();
    for (Clue clue : clues) {
      clue.tokens()
          .forEach(
              (token, weight) ->
                  index
                      .postings(token)
                      .ifPresent(
                          postings -> tokens.merge(token, weight * postings.rarity(), Math::max)));
    }
    return tokens;
  }

  @Override
  public void close() {
    reader.close();
  }
}
