package io.github.pyo3doctor.search;

import io.github.pyo3doctor.search.Marked.Mark;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Shows where in a topic a query matched. */
final class Highlights {
  private final UnifiedMarks titles;
  private final UnifiedMarks snippets;

  Highlights(IndexSearcher searcher, Analyzer analyzer) {
    this.titles = new UnifiedMarks(searcher, analyzer, WholeBreakIterator::new);
    this.snippets = new UnifiedMarks(searcher, analyzer, Highlights::sentences);
  }

  /** Sentences; a line break ends one too, as between the lines of a code block. */
  private static BreakIterator sentences() {
    return new SplittingBreakIterator(BreakIterator.getSentenceInstance(Locale.ENGLISH), '\n');
  }

  /** The whole title of each topic found. */
  List<Marked> titles(Query query, TopDocs found) throws IOException {
    return titles.of(Field.TITLE, query, found);
  }

  /** The sentence of each topic's article that matches best; its first sentence when none does. */
  List<Marked> snippets(Query query, TopDocs found) throws IOException {
    return snippets.of(Field.BODY, query, found);
  }

  /** Lucene's highlighter, giving positions instead of text with tags in it. */
  private static final class UnifiedMarks extends UnifiedHighlighter {
    private UnifiedMarks(
        IndexSearcher searcher, Analyzer analyzer, Supplier<BreakIterator> passages) {
      super(
          UnifiedHighlighter.builder(searcher, analyzer)
              .withBreakIterator(passages)
              .withFieldMatcher(field -> true)
              .withFormatter(new MarkedPassage()));
    }

    private List<Marked> of(Field field, Query query, TopDocs found) throws IOException {
      int[] documents = Arrays.stream(found.scoreDocs).mapToInt(at -> at.doc).toArray();
      Object[] passages =
          highlightFieldsAsObjects(new String[] {field.key()}, query, documents, new int[] {1})
              .get(field.key());
      return Arrays.stream(passages).map(Marked.class::cast).toList();
    }
  }

  private static final class MarkedPassage extends PassageFormatter {
    @Override
    public Marked format(Passage[] passages, String content) {
      if (passages.length == 0) return Marked.plain("");
      Passage passage = passages[0];
      int start = passage.getStartOffset();
      while (start < passage.getEndOffset() && Character.isWhitespace(content.charAt(start)))
        start++;
      String text = content.substring(start, passage.getEndOffset()).stripTrailing();
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < passage.getNumMatches(); i++) {
        int from = Math.max(0, passage.getMatchStarts()[i] - start);
        int to = Math.min(text.length(), passage.getMatchEnds()[i] - start);
        if (from < to) marks.add(new Mark(from, to));
      }
      return new Marked(text.replaceAll("\\s", " "), joined(marks));
    }

    /** An identifier matches as a whole and by its parts: one mark for what overlaps. */
    private static List<Mark> joined(List<Mark> marks) {
      marks.sort(Comparator.comparingInt(Mark::start));
      List<Mark> joined = new ArrayList<>();
      for (Mark mark : marks) {
        if (!joined.isEmpty() && joined.getLast().end() >= mark.start()) {
          Mark before = joined.removeLast();
          joined.add(new Mark(before.start(), Math.max(before.end(), mark.end())));
        } else {
          joined.add(mark);
        }
      }
      return List.copyOf(joined);
    }
  }
}
