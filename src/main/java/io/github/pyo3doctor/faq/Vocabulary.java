package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * How people put it, whatever the topic.
 *
 * @param synonyms what means the same, such as an old and a new name of a function
 * @param neighbours what troubles that are none of ours are told with, each list one trouble
 * @param cues what tells on which side a query stands
 * @param ordinary how much a word of everyday tells of what a rare one does; reduced as the search
 *     reduces words
 */
public record Vocabulary(
    List<Synonyms> synonyms,
    List<List<String>> neighbours,
    Cues cues,
    Map<String, Float> ordinary) {
  private static final String SYNONYMS = "synonyms.toml";
  private static final String NEIGHBOURS = "neighbours.toml";
  private static final String CUES = "cues.toml";
  private static final String ORDINARY = "ordinary.toml";

  /**
   * One meaning.
   *
   * @param words words and phrases that have it
   * @param like every single word that matches has it too: a name with a part that is different
   *     each time, such as the number of a version
   */
  public record Synonyms(List<String> words, Optional<Pattern> like) {
    /** Copies the words. */
    public Synonyms {
      words = List.copyOf(words);
    }
  }

  /** What ships with the program. */
  public static Vocabulary bundled() {
    BundledFiles files = new BundledFiles();
    return new Vocabulary(
        synonyms(parsed(SYNONYMS, files).getArrayOrEmpty("same")),
        lists(parsed(NEIGHBOURS, files), "trouble"),
        cues(parsed(CUES, files)),
        ordinary(parsed(ORDINARY, files).getArrayOrEmpty("ordinary")));
  }

  private static Cues cues(TomlParseResult file) {
    Map<Cues.Side, List<String>> names = new EnumMap<>(Cues.Side.class);
    for (Cues.Side side : Cues.Side.values()) {
      names.put(side, strings(file.getArrayOrEmpty(side.key())));
    }
    Map<Cues.Evidence, Float> worth = new EnumMap<>(Cues.Evidence.class);
    for (Cues.Evidence evidence : Cues.Evidence.values()) {
      Double number = file.getDouble("worth." + evidence.key());
      if (number == null) throw new IllegalArgumentException(CUES + ": no " + evidence.key());
      worth.put(evidence, number.floatValue());
    }
    return new Cues(names, worth);
  }

  private static Map<String, Float> ordinary(TomlArray tables) {
    Map<String, Float> ordinary = new HashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      TomlTable table = tables.getTable(i);
      Double tells = table.getDouble("tells");
      if (tells == null) throw new IllegalArgumentException(ORDINARY + ": no tells");
      for (String word : strings(table.getArrayOrEmpty("words"))) {
        ordinary.put(word, tells.floatValue());
      }
    }
    return Map.copyOf(ordinary);
  }

  private static TomlParseResult parsed(String name, BundledFiles files) {
    TomlParseResult file = Toml.parse(files.read(name));
    if (file.hasErrors())
      throw new IllegalArgumentException(name + ": " + file.errors().getFirst());
    return file;
  }

  private static List<Synonyms> synonyms(TomlArray tables) {
    List<Synonyms> synonyms = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      TomlTable table = tables.getTable(i);
      Optional<Pattern> like = Optional.ofNullable(table.getString("like")).map(Pattern::compile);
      synonyms.add(new Synonyms(strings(table.getArrayOrEmpty("words")), like));
    }
    return List.copyOf(synonyms);
  }

  private static List<List<String>> lists(TomlParseResult file, String key) {
    TomlArray tables = file.getArrayOrEmpty(key);
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      lists.add(strings(tables.getTable(i).getArrayOrEmpty("words")));
    }
    return List.copyOf(lists);
  }

  private static List<String> strings(TomlArray array) {
    return array.toList().stream().map(String::valueOf).toList();
  }
}
