package io.github.pyo3doctor.search;

import io.github.pyo3doctor.faq.ArticleText;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Signature;
import io.github.pyo3doctor.faq.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The topics of one or more libraries, searchable by words. Safe to use from several threads. */
public final class TopicIndex implements AutoCloseable {
  private static final String SOURCE = "source";

  /**
   * A topic that holds one ordinary word of the query is no answer beside one that holds them all.
   */
  private static final float LEAST_SHARE_OF_BEST = 0.12f;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final SymptomQuery queries;
  private final Highlights highlights;

  private TopicIndex(DirectoryReader reader, Analyzer analyzer) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.queries = new SymptomQuery(analyzer, reader);
    this.highlights = new Highlights(searcher, analyzer);
  }

  /** Builds the index in memory. */
  public static TopicIndex of(List<Library> libraries) {
    Analyzer analyzer = new SymptomAnalyzer();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Library library : libraries) {
          for (Topic topic : library.sections()) writer.addDocument(document(library, topic));
        }
      }
      return new TopicIndex(DirectoryReader.open(directory), analyzer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The topics that match, best first.
   *
   * @param typed words, identifiers, error codes; the last word may be unfinished
   * @param limit how many at most
   */
  public List<Hit> search(String typed, int limit) {
    Optional<Query> query = queries.of(typed);
    return query.isEmpty() ? List.of() : search(query.get(), limit);
  }

  private List<Hit> search(Query query, int limit) {
    try {
      TopDocs found = searcher.search(query, limit);
      List<Marked> titles = highlights.titles(query, found);
      List<Marked> snippets = highlights.snippets(query, found);
      List<Hit> hits = new ArrayList<>();
      for (int i = 0; i < found.scoreDocs.length; i++) {
        ScoreDoc at = found.scoreDocs[i];
        if (at.score < found.scoreDocs[0].score * LEAST_SHARE_OF_BEST) break;
        Document topic = searcher.storedFields().document(at.doc);
        hits.add(
            new Hit(
                topic.get(Field.ID.key()),
                topic.get(SOURCE),
                at.score,
                titles.get(i),
                snippets.get(i)));
      }
      return List.copyOf(hits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Library library, Topic topic) {
    Document document = new Document();
    document.add(new StoredField(SOURCE, library.source()));
    add(document, Field.ID, topic.id());
    add(document, Field.TITLE, topic.titleText());
    add(document, Field.HEADINGS, headings(topic));
    add(document, Field.BODY, ArticleText.of(topic.body()));
    topic.place().ifPresent(place -> add(document, Field.WORDS, String.join("\n", place.above())));
    topic
        .card()
        .ifPresent(
            card -> {
              add(document, Field.WORDS, card.inShort() + "\n" + String.join("\n", card.words()));
              add(document, Field.SIGNATURES, samples(card.signatures()));
            });
    return document;
  }

  private static void add(Document document, Field field, String text) {
    document.add(new TextField(field.key(), text, Store.YES));
  }

  private static String headings(Topic topic) {
    return topic.outline().stream()
        .map(heading -> Inline.plainText(heading.content()))
        .collect(Collectors.joining("\n"));
  }

  private static String samples(List<Signature> signatures) {
    return signatures.stream().map(Signature::sample).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
