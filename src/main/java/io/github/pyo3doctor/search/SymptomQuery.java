package io.github.pyo3doctor.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns words into a query: each word may match exactly, or misspelt when it is no word of the
 * index, or — the last one, while it is being typed — by its beginning; in each field, the best
 * counting. More matching words rank higher; none of them is required.
 */
final class SymptomQuery {
  private static final float PREFIX_WEIGHT = 0.6f;
  private static final float PART_WEIGHT = 0.25f;
  private static final float MISSPELT_WEIGHT = 0.35f;
  private static final float OTHER_FIELDS_COUNT = 0.2f;
  private static final int SHORTEST_PREFIX = 2;
  private static final int SHORTEST_MISSPELT = 4;
  private static final int LONG_ENOUGH_FOR_TWO_MISTAKES = 8;
  private static final int MOST_WORDS = 64;

  private final Analyzer analyzer;
  private final IndexReader known;

  /**
   * Queries for an index.
   *
   * @param known a word the index holds is spelt right, and is looked for only as it stands
   */
  SymptomQuery(Analyzer analyzer, IndexReader known) {
    this.analyzer = analyzer;
    this.known = known;
  }

  /**
   * The query for what somebody typed; empty when there is no word in it that could be looked for.
   */
  Optional<Query> of(String typed) {
    List<String> words = List.of(typed.strip().split("\\s+"));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    boolean complete = typed.isEmpty() || Character.isWhitespace(typed.charAt(typed.length() - 1));
    int last = Math.min(words.size(), MOST_WORDS) - 1;
    int count = 0;
    for (int i = 0; i <= last; i++) {
      List<Query> forms = new ArrayList<>();
      boolean beingTyped = i == last && !complete;
      for (Token token : tokens(words.get(i))) forms.addAll(forms(token, beingTyped));
      if (forms.isEmpty()) continue;
      any.add(new DisjunctionMaxQuery(forms, OTHER_FIELDS_COUNT), Occur.SHOULD);
      count++;
    }
    return count == 0 ? Optional.empty() : Optional.of(any.build());
  }

  private List<Query> forms(Token token, boolean beingTyped) {
    List<Query> forms = new ArrayList<>();
    boolean unfinished = beingTyped && token.whole() && token.text().length() >= SHORTEST_PREFIX;
    boolean misspelt = token.whole() && mayBeMisspelt(token.text());
    for (Field field : Field.values()) {
      Term term = new Term(field.key(), token.text());
      float weight = field.weight() * (token.whole() ? 1 : PART_WEIGHT);
      forms.add(new BoostQuery(new TermQuery(term), weight));
      if (unfinished) forms.add(new BoostQuery(new PrefixQuery(term), weight * PREFIX_WEIGHT));
      if (misspelt) {
        FuzzyQuery near = new FuzzyQuery(term, mistakes(token.text()), 1);
        forms.add(new BoostQuery(near, weight * MISSPELT_WEIGHT));
      }
    }
    return forms;
  }

  private boolean mayBeMisspelt(String token) {
    return token.length() >= SHORTEST_MISSPELT && !isNumber(token) && !isKnown(token);
  }

  private boolean isKnown(String token) {
    try {
      for (Field field : Field.values()) {
        if (known.docFreq(new Term(field.key(), token)) > 0) return true;
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An error code or a version that is nearly right is another code or version. */
  private static boolean isNumber(String token) {
    return token.chars().anyMatch(Character::isDigit);
  }

  private static int mistakes(String token) {
    return token.length() >= LONG_ENOUGH_FOR_TWO_MISTAKES ? 2 : 1;
  }

  private List<Token> tokens(String word) {
    List<String> texts = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) texts.add(term.toString());
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    return texts.stream().map(text -> Token.of(text, longest)).toList();
  }

  /**
   * What the analyzer made of a typed word.
   *
   * @param text the word, or a part of an identifier
   * @param whole whether it is nearly all of the word: {@code once} is not, of {@code OnceLock}
   */
  private record Token(String text, boolean whole) {
    private static Token of(String text, int longest) {
      return new Token(text, text.length() * 5 >= longest * 4);
    }
  }
}
