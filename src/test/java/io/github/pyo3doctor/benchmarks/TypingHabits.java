package io.github.pyo3doctor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What reaches a search that runs while somebody types. */
final class TypingHabits {
  private TypingHabits() {}

  /** What stands in the box after every third letter of a text. */
  static List<String> asTyped(String text) {
    List<String> stages = new ArrayList<>();
    for (int end = 3; end < text.length(); end += 3) stages.add(text.substring(0, end));
    stages.add(text);
    return stages;
  }

  /** The text with two neighbouring letters of its longest word changed over. */
  static String misspelt(String text, Random random) {
    String longest = "";
    for (String word : text.split("[^A-Za-z]+", -1)) {
      if (word.length() > longest.length()) longest = word;
    }
    if (longest.length() < 4) return text;
    int at = 1 + random.nextInt(longest.length() - 2);
    String wrong =
        longest.substring(0, at)
            + longest.charAt(at + 1)
            + longest.charAt(at)
            + longest.substring(at + 2);
    return text.replace(longest, wrong);
  }
}
