package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.*;
import java.util.*;
import java.util.stream.Collectors;

/** The topics of one or more libraries, searchable by words. Safe to use from several threads. */
public final class TopicIndex implements AutoCloseable {
  private final Words words = new Words();
  private final Concepts concepts;
  private final List<One> libraries = new ArrayList<>();

  private record One(Library library, LibraryIndex index, Spelling spelling) {}

  private TopicIndex(List<Library> all) {
    Vocabulary vocabulary = Vocabulary.bundled();
    concepts = new Concepts(vocabulary.synonyms(), words);
    for (Library library : all) {
      List<Entry> entries = new ArrayList<>();
      for (Topic topic : library.topics()) entries.add(entry(topic));
      if (library.topics().stream().anyMatch(t -> t.card().isPresent())) {
        for (List<String> n : vocabulary.neighbours()) {
          Entry e = new Entry(); e.add(Field.WORDS, String.join("\n", n), words, concepts); entries.add(e);
        }
      }
      LibraryIndex ix = new LibraryIndex(entries);
      libraries.add(new One(library, ix, new Spelling(ix.all().keySet())));
    }
  }

  public static TopicIndex of(List<Library> libraries) { return new TopicIndex(libraries); }

  public List<Hit> search(String typed, int limit) {
    boolean typing = !typed.isEmpty() && !Character.isWhitespace(typed.charAt(typed.length() - 1));
    List<Form> forms = words.queried(typed.substring(0, Math.min(4000, typed.length())), 128);
    List<Hit> hits = new ArrayList<>();
    if (forms.isEmpty()) return hits;
    for (One one : libraries) {
      LibraryQuery q = new LibraryQuery(one.index, forms, concepts, typing, one.spelling);
      float best = 0; float bestTopic = 0;
      int topics = one.library.topics().size();
      for (int i = 0; i < q.scores.length; i++) { best = Math.max(best, q.scores[i]); if (i < topics) bestTopic = Math.max(bestTopic, q.scores[i]); }
      if (bestTopic <= 0 || bestTopic < best || bestTopic / q.asked < Tuning.COVER || bestTopic < Tuning.SCORE) continue;
      for (int i = 0; i < topics; i++) {
        if (q.scores[i] <= bestTopic * Tuning.SHARE) continue;
        Topic t = one.library.topics().get(i);
        hits.add(new Hit(t.id(), one.library.source(), q.scores[i] / q.asked, Marked.plain(t.titleText()), Marked.plain("")));
      }
    }
    hits.sort(Comparator.comparingDouble(Hit::score).reversed());
    return hits.size() > limit ? List.copyOf(hits.subList(0, limit)) : List.copyOf(hits);
  }

  private Entry entry(Topic topic) {
    Entry e = new Entry();
    e.add(Field.ID, topic.id(), words, concepts);
    e.add(Field.TITLE, topic.titleText(), words, concepts);
    e.add(Field.HEADINGS, topic.outline().stream().map(h -> Inline.plainText(h.content())).collect(Collectors.joining("\n")), words, concepts);
    e.add(Field.BODY, ArticleText.of(topic.body()), words, concepts);
    topic.card().ifPresent(c -> {
      e.add(Field.WORDS, c.inShort() + "\n" + String.join("\n", c.words()), words, concepts);
      e.add(Field.SIGNATURES, c.signatures().stream().map(Signature::sample).collect(Collectors.joining("\n")), words, concepts);
    });
    return e;
  }

  @Override
  public void close() {}
}
