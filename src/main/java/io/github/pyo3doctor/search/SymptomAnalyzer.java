package io.github.pyo3doctor.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Splits text the way people search for symptoms: an identifier is found whole and by its parts, so
 * that {@code std::sync::OnceLock} answers to {@code oncelock} and to {@code once lock}, and {@code
 * _PyExc_SystemError} to {@code PyExc_SystemError} and {@code SystemError}.
 */
final class SymptomAnalyzer extends Analyzer {
  private static final CharArraySet STOP_WORDS =
      CharArraySet.unmodifiableSet(
          new CharArraySet(
              List.of(
                  "a", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
                  "can't", "cannot", "could", "did", "do", "does", "doesn't", "don't", "for",
                  "from", "has", "have", "how", "i", "i'm", "if", "in", "is", "it", "it's", "its",
                  "me", "my", "of", "on", "or", "so", "some", "t", "that", "the", "their", "then",
                  "there", "these", "this", "to", "was", "what", "when", "which", "while", "why",
                  "will", "with", "you", "your"),
              true));

  private static final int SPLIT =
      WordDelimiterGraphFilter.GENERATE_WORD_PARTS
          | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
          | WordDelimiterGraphFilter.CATENATE_ALL
          | WordDelimiterGraphFilter.PRESERVE_ORIGINAL
          | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
          | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = CharTokenizer.fromTokenCharPredicate(SymptomAnalyzer::belongsToWord);
    TokenStream tokens = new WordDelimiterGraphFilter(words, SPLIT, null);
    tokens = new FlattenGraphFilter(tokens);
    tokens = new LowerCaseFilter(tokens);
    tokens = new StopFilter(tokens, STOP_WORDS);
    tokens = new KStemFilter(tokens);
    tokens = new RemoveDuplicatesTokenFilter(tokens);
    return new TokenStreamComponents(words, tokens);
  }

  /** Everything that can stand inside an identifier, a path, a flag or a number with a sign. */
  static boolean belongsToWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (c) {
          case '_', ':', '-', '.', '\'', '@', '/' -> true;
          default -> false;
        };
  }
}
