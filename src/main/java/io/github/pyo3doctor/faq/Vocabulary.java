package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/**
 * How people put it, whatever the topic.
 *
 * @param synonyms what means the same, such as an old and a new name of a function; words or
 *     phrases, each list one meaning
 * @param neighbours what troubles that are none of ours are told with, each list one trouble
 */
public record Vocabulary(List<List<String>> synonyms, List<List<String>> neighbours) {
  private static final String SYNONYMS = "synonyms.toml";
  private static final String NEIGHBOURS = "neighbours.toml";

  /** What ships with the program. */
  public static Vocabulary bundled() {
    BundledFiles files = new BundledFiles();
    return new Vocabulary(
        lists(SYNONYMS, files.read(SYNONYMS), "same"),
        lists(NEIGHBOURS, files.read(NEIGHBOURS), "trouble"));
  }

  private static List<List<String>> lists(String name, String text, String key) {
    TomlParseResult file = Toml.parse(text);
    if (file.hasErrors()) throw new IllegalArgumentException(name + ": " + file.errors().getFirst());
    TomlArray tables = file.getArrayOrEmpty(key);
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      TomlArray words = tables.getTable(i).getArrayOrEmpty("words");
      lists.add(words.toList().stream().map(String::valueOf).toList());
    }
    return List.copyOf(lists);
  }
}
