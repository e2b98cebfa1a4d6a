package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics of one or more libraries, searchable by words. Safe to use from several threads. */
public final class TopicIndex implements AutoCloseable {
  /** What is looked for of a pasted text. */
  private static final int MOST_WORDS = 128;

  private static final int MOST_CHARACTERS = 4000;

  /** Changes whenever what is written does. */
  private static final int FORMAT = 5;

  private final Words reader;
  private final Concepts concepts;
  private final Judge judge;
  private final OrdinaryWords ordinary;
  private final List<Shelf> shelves;

  private TopicIndex(
      Words reader, Concepts concepts, Judge judge, OrdinaryWords ordinary, List<Shelf> shelves) {
    this.reader = reader;
    this.concepts = concepts;
    this.judge = judge;
    this.ordinary = ordinary;
    this.shelves = shelves;
  }

  /** Builds the index in memory. */
  public static TopicIndex of(List<Library> libraries) {
    Vocabulary vocabulary = Vocabulary.bundled();
    Words reader = new Words();
    Concepts concepts = new Concepts(vocabulary.synonyms(), reader);
    Judge judge = Judge.of(vocabulary.cues(), reader);
    OrdinaryWords ordinary = new OrdinaryWords(vocabulary.ordinary());
    List<Shelf> shelves =
        libraries.stream().map(library -> Shelf.of(library, vocabulary, reader, concepts)).toList();
    return new TopicIndex(reader, concepts, judge, ordinary, shelves);
  }

  /**
   * Reads an index that was written earlier.
   *
   * @param of what it must be an index of
   * @throws IOException when the file cannot be read, is damaged, or holds another index
   */
  public static TopicIndex read(Path file, String of) throws IOException {
    // Only for words the index does not hold; all others are in the file.
    Words.readAhead();
    SavedInput in = new SavedInput(Files.readAllBytes(file));
    if (in.integer() != FORMAT || !in.text().equals(of)) throw new IOException("another index");
    Words reader = new Words(SavedForms.read(in));
    Concepts concepts = Concepts.read(in);
    Judge judge = Judge.read(in);
    OrdinaryWords ordinary = OrdinaryWords.read(in);
    List<Shelf> shelves = new ArrayList<>();
    for (int left = in.integer(); left > 0; left--) shelves.add(Shelf.read(in, reader));
    return new TopicIndex(reader, concepts, judge, ordinary, List.copyOf(shelves));
  }

  /**
   * The index as a file; of one that was built here, not read.
   *
   * @param of what it is an index of
   */
  public byte[] written(String of) {
    SavedOutput out = new SavedOutput();
    out.integer(FORMAT);
    out.text(of);
    reader.met().write(out);
    concepts.write(out);
    judge.write(out);
    ordinary.write(out);
    out.integer(shelves.size());
    for (Shelf shelf : shelves) shelf.write(out);
    return out.finished();
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
    Query query = query(words, beingTyped);
    List<Found> found = new ArrayList<>();
    for (Shelf shelf : shelves) found.addAll(found(shelf, query));
    found.sort(Comparator.comparingDouble(Found::score).reversed());
    return found.stream().limit(limit).map(Found::hit).toList();
  }

  private Query query(List<Form> words, boolean beingTyped) {
    return new Query(words, concepts.in(words), beingTyped);
  }

  /** A topic found; its passages are looked for only when it is shown. */
  private record Found(Shelf shelf, int topic, float score, Map<String, Float> tokens) {
    private Hit hit() {
      Passages passages = shelf.passages(topic);
      return new Hit(
          shelf.id(topic),
          shelf.source(),
          score,
          passages.title(tokens),
          passages.sentence(tokens),
          shelf.place(topic),
          shelf.guide());
    }
  }

  private List<Found> found(Shelf shelf, Query query) {
    List<Found> found = heldBy(shelf, query);
    if (!found.isEmpty() || shelf.asked().isEmpty()) return found;
    List<Form> telling = judge.telling(query.words(), shelf.index());
    return telling.isEmpty() ? found : heldBy(shelf, query(telling, false));
  }

  private List<Found> heldBy(Shelf shelf, Query query) {
    List<Clue> clues = Clue.of(query, ordinary, shelf.index());
    Map<String, Postings> held = shelf.index().held(clues);
    Ranking ranking = new Ranking(shelf.index(), held, shelf.topics(), clues);
    if (!ranking.isMet()) return List.of();
    float[] scores =
        shelf
            .asked()
            .map(asked -> judge.scores(ranking, asked.about(Asked.tokens(query)), query.words()))
            .orElseGet(() -> Judge.scores(ranking));
    Map<String, Float> tokens = tokens(clues, held);
    List<Found> found = new ArrayList<>();
    for (int topic = 0; topic < scores.length; topic++) {
      if (scores[topic] > 0) found.add(new Found(shelf, topic, scores[topic], tokens));
    }
    return found;
  }

  /** What is marked in a text, and how much it tells. */
  private static Map<String, Float> tokens(List<Clue> clues, Map<String, Postings> held) {
    Map<String, Float> tokens = new HashMap<>();
    for (Clue clue : clues) {
      clue.tokens()
          .forEach(
              (token, weight) -> {
                Postings found = held.get(token);
                if (found != null) tokens.merge(token, weight * found.rarity(), Math::max);
              });
    }
    return tokens;
  }

  @Override
  public void close() {
    reader.close();
  }
}
