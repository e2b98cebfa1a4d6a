package io.github.pyo3doctor.search;

import io.github.pyo3doctor.search.Form.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes texts apart into words. One such object reads all that is indexed and remembers the
 * spellings it has met; those of queries it does not keep.
 */
final class Words implements AutoCloseable {
  private static final float NAME_IN_A_PATH = 0.9f;
  private static final float PART = 0.4f;
  private static final float NEARLY_WHOLE = 0.8f;
  private static final Pattern PATH = Pattern.compile("::|/|@");

  /** A longer one is a hash or an address: nobody searches for its parts. */
  private static final int LONGEST = 100;

  private final SymptomAnalyzer analyzer = new SymptomAnalyzer();
  private final Map<String, Form> known = new ConcurrentHashMap<>();
  private final SavedForms saved;

  /** Knows no word yet. */
  Words() {
    this(SavedForms.none());
  }

  /** Knows the words of a saved index. */
  Words(SavedForms saved) {
    this.saved = saved;
  }

  /** Reads the dictionary that words are reduced by, which takes a while, on its own thread. */
  static void readAhead() {
    Thread.ofPlatform().daemon().name("dictionary").start(Words::readDictionary);
  }

  private static void readDictionary() {
    try (Words words = new Words()) {
      words.analyzed("dictionaries");
    }
  }

  /**
   * The words of a text that is searched; those that say nothing, such as {@code the}, left out.
   * Safe to use from several threads.
   */
  List<Word> indexed(String text) {
    List<Word> words = new ArrayList<>();
    split(
        text,
        Integer.MAX_VALUE,
        (word, start) -> {
          Form form = known.computeIfAbsent(word, this::formed);
          if (!form.tokens().isEmpty()) words.add(new Word(form, start, start + word.length()));
        });
    return words;
  }

  /** The words of a query, at most so many. Safe to use from several threads. */
  List<Form> queried(String text, int most) {
    List<Form> forms = new ArrayList<>();
    Map<String, Form> unknown = new HashMap<>();
    split(
        text,
        most,
        (word, start) -> {
          Form met = known.get(word);
          Form form = met == null ? unknown.computeIfAbsent(word, this::formed) : met;
          if (!form.tokens().isEmpty()) forms.add(form);
        });
    return forms;
  }

  @Override
  public void close() {
    analyzer.close();
  }

  /** Takes the words of a text. */
  interface Found {
    void word(String word, int start);
  }

  /** Cuts at everything that is in no word, and where letters give way to another writing. */
  private static void split(String text, int most, Found found) {
    int left = most;
    for (int start = 0; start < text.length() && left > 0; ) {
      int first = text.codePointAt(start);
      boolean run = Unspaced.isWritten(first);
      int end = start + Character.charCount(first);
      if (SymptomAnalyzer.belongsToWord(first)) {
        while (end < text.length() && continues(text.codePointAt(end), run)) {
          end += Character.charCount(text.codePointAt(end));
        }
        left -= run ? Unspaced.pairs(text, start, end, left, found) : word(text, start, end, found);
      }
      start = end;
    }
  }

  private static boolean continues(int c, boolean run) {
    return SymptomAnalyzer.belongsToWord(c) && Unspaced.isWritten(c) == run;
  }

  /** Reports a word without what only surrounds it; how many there were, one or none. */
  private static int word(String text, int first, int behind, Found found) {
    int start = first;
    int end = behind;
    while (start < end && !Character.isLetterOrDigit(text.codePointAt(start))) start++;
    while (end > start && !Character.isLetterOrDigit(text.codePointBefore(end))) end--;
    if (start == end) return 0;
    if (start > first && isPrivateName(text, start - 1)) start--;
    found.word(text.substring(start, end), start);
    return 1;
  }

  /** Whether a word such as {@code _rust} or {@code _ssl} begins here: what is imported inside. */
  private static boolean isPrivateName(String text, int start) {
    return text.charAt(start) == '_' && Character.isLowerCase(text.codePointAt(start + 1));
  }

  /** All words met in what is searched. */
  SavedForms met() {
    return SavedForms.of(known);
  }

  private Form formed(String word) {
    return saved.find(word).orElseGet(() -> form(word));
  }

  private Form form(String word) {
    String stripped = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    Map<String, Float> shares = new LinkedHashMap<>();
    List<String> reduced = analyzed(stripped);
    int longest = reduced.stream().mapToInt(String::length).max().orElse(0);
    for (String token : reduced) {
      shares.putIfAbsent(token, token.length() >= longest * NEARLY_WHOLE ? 1f : PART);
    }
    List<String> path = PATH.splitAsStream(stripped).toList();
    if (path.size() > 1) {
      for (String name : path) {
        for (String token : analyzed(name)) {
          boolean whole = token.length() >= name.length() * NEARLY_WHOLE;
          shares.merge(token, whole ? NAME_IN_A_PATH : PART, Math::max);
        }
      }
    }
    List<Token> tokens = new ArrayList<>();
    shares.forEach((token, share) -> tokens.add(new Token(token, share)));
    tokens.sort(Comparator.comparingDouble(Token::share).reversed());
    return new Form(word, List.copyOf(tokens));
  }

  private List<String> analyzed(String word) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) tokens.add(term.toString());
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }
}
