package io.github.pyo3doctor.search;

import io.github.pyo3doctor.search.Marked.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows where in a topic a query matched: in its title, and in one sentence of its article. */
final class Passages {
  /** A sentence ends at a full stop before a capital, and at the end of a line, as in code. */
  private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}`])|\\n");

  private final Passage title;
  private final List<Passage> sentences;

  /**
   * A title or a sentence.
   *
   * @param tokens what its words are found by, each once
   */
  private record Passage(String text, List<Word> words, List<Form.Token> tokens) {}

  private Passages(Passage title, List<Passage> sentences) {
    this.title = title;
    this.sentences = sentences;
  }

  /**
   * Takes a topic's text apart.
   *
   * @param article its article, without markup
   */
  static Passages of(String title, String article, Words reader) {
    List<Passage> sentences = new ArrayList<>();
    Matcher end = END.matcher(article);
    int start = 0;
    while (end.find()) {
      add(article.substring(start, end.start()), reader, sentences);
      start = end.end();
    }
    add(article.substring(start), reader, sentences);
    return new Passages(passage(title, reader), List.copyOf(sentences));
  }

  private static void add(String sentence, Words reader, List<Passage> sentences) {
    if (!sentence.isBlank()) sentences.add(passage(sentence, reader));
  }

  private static Passage passage(String text, Words reader) {
    String line = text.strip().replaceAll("\\s", " ");
    List<Word> words = List.copyOf(reader.indexed(line));
    Map<String, Form.Token> tokens = new LinkedHashMap<>();
    for (Word word : words) {
      for (Form.Token token : word.form().tokens()) tokens.putIfAbsent(token.text(), token);
    }
    return new Passage(line, words, List.copyOf(tokens.values()));
  }

  /** The whole title. */
  Marked title(Map<String, Float> tokens) {
    return marked(title, tokens);
  }

  /**
   * The sentence that matches best; the first when none does.
   *
   * @param tokens what is looked for, and how much each tells
   */
  Marked sentence(Map<String, Float> tokens) {
    if (sentences.isEmpty()) return Marked.plain("");
    Passage best = sentences.getFirst();
    float most = 0;
    for (Passage sentence : sentences) {
      float tells = tells(sentence, tokens);
      if (tells > most) {
        most = tells;
        best = sentence;
      }
    }
    return marked(best, tokens);
  }

  private static float tells(Passage passage, Map<String, Float> tokens) {
    float sum = 0;
    for (Form.Token token : passage.tokens) {
      Float tells = tokens.get(token.text());
      if (tells != null) sum += tells * token.share();
    }
    return sum;
  }

  private static Marked marked(Passage passage, Map<String, Float> tokens) {
    List<Mark> marks = new ArrayList<>();
    for (Word word : passage.words) {
      if (word.form().tokens().stream().anyMatch(token -> tokens.containsKey(token.text()))) {
        boolean overlaps = !marks.isEmpty() && word.start() < marks.getLast().end();
        int start = overlaps ? marks.removeLast().start() : word.start();
        marks.add(new Mark(start, word.end()));
      }
    }
    return new Marked(passage.text, List.copyOf(marks));
  }
}
