package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/**
 * How people put it, whatever the topic.
 *
 * @param synonyms what means the same, such as an old and a new name of a function; words or
 *     phrases, each list one meaning
 * @param neighbours what troubles that are none of ours are told with, each list one trouble
 * @param cues what tells on which side a query stands
 */
public record Vocabulary(List<List<String>> synonyms, List<List<String>> neighbours, Cues cues) {
  private static final String SYNONYMS = "synonyms.toml";
  private static final String NEIGHBOURS = "neighbours.toml";
  private static final String CUES = "cues.toml";

  /** What ships with the program. */
  public static Vocabulary bundled() {
    BundledFiles files = new BundledFiles();
    return new Vocabulary(
        lists(parsed(SYNONYMS, files), "same"),
        lists(parsed(NEIGHBOURS, files), "trouble"),
        cues(parsed(CUES, files)));
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

  private static TomlParseResult parsed(String name, BundledFiles files) {
    TomlParseResult file = Toml.parse(files.read(name));
    if (file.hasErrors())
      throw new IllegalArgumentException(name + ": " + file.errors().getFirst());
    return file;
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
