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
  private static final float CODE_WEIGHT = 2;
  private static final int DIGITS_OF_A_CODE = 4;
  private static final float MISSPELT_WEIGHT = 0.35f;
  private static final float OTHER_FIELDS_COUNT = 0.2f;
  private static final int SHORTEST_PREFIX = 2;
  private static final int SHORTEST_MISSPELT = 4;
  private static final int LONG_ENOUGH_FOR_TWO_MISTAKES = 8;
  private static final int LONGEST_MISSPELT = 40;
  private static final int MOST_SPELLINGS = 5;

  /** A longer text is pasted, not typed; there is nothing misspelt in it. */
  private static final int MOST_TOKENS_TYPED = 24;

  /** What is looked for of a pasted text; Lucene refuses queries of more than 1024 clauses. */
  private static final int MOST_TOKENS = 128;

  private static final int MOST_CHARACTERS = 4000;

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
    List<List<Token>> words = words(typed);
    boolean pasted = words.stream().mapToInt(List::size).sum() > MOST_TOKENS_TYPED;
    boolean complete = typed.isEmpty() || Character.isWhitespace(typed.charAt(typed.length() - 1));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      boolean beingTyped = i == words.size() - 1 && !complete;
      List<Query> forms = new ArrayList<>();
      for (Token token : words.get(i)) forms.addAll(forms(token, beingTyped, !pasted));
      any.add(new DisjunctionMaxQuery(forms, OTHER_FIELDS_COUNT), Occur.SHOULD);
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(any.build());
  }

  /** The tokens of each word that could be looked for. */
  private List<List<Token>> words(String typed) {
    String looked = typed.substring(0, Math.min(typed.length(), MOST_CHARACTERS));
    List<List<Token>> words = new ArrayList<>();
    int left = MOST_TOKENS;
    for (String word : SymptomAnalyzer.words(looked)) {
      List<Token> tokens = tokens(word);
      left -= tokens.size();
      if (left < 0) break;
      if (!tokens.isEmpty()) words.add(tokens);
    }
    return words;
  }

  private List<Query> forms(Token token, boolean beingTyped, boolean typedByHand) {
    List<Query> forms = new ArrayList<>();
    boolean unfinished = beingTyped && token.whole() && token.text().length() >= SHORTEST_PREFIX;
    boolean misspelt = typedByHand && token.isWord() && !isKnown(token.text());
    for (Field field : Field.values()) {
      Term term = new Term(field.key(), token.text());
      float weight = field.weight() * token.weight();
      forms.add(new BoostQuery(new TermQuery(term), weight));
      if (unfinished) forms.add(new BoostQuery(new PrefixQuery(term), weight * PREFIX_WEIGHT));
      if (misspelt) {
        FuzzyQuery near = new FuzzyQuery(term, mistakes(token.text()), 1, MOST_SPELLINGS, true);
        forms.add(new BoostQuery(near, weight * MISSPELT_WEIGHT));
      }
    }
    return forms;
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

    /** An error code says more than a word. */
    private float weight() {
      if (!whole) return PART_WEIGHT;
      return text.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_CODE ? CODE_WEIGHT : 1;
    }

    /**
     * Whether it could be a word with a mistake in it. An error code or a version that is nearly
     * right is another code or version.
     */
    private boolean isWord() {
      return whole
          && text.length() >= SHORTEST_MISSPELT
          && text.length() <= LONGEST_MISSPELT
          && text.chars().noneMatch(Character::isDigit);
    }
  }
}
