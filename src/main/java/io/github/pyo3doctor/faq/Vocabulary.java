package io.github.pyo3doctor.faq;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How people put it, whatever the topic.
 *
 * @param synonyms what means the same, such as an old and a new name of a function
 * @param neighbours what troubles that are none of ours are told with, each list one trouble
 * @param cues what tells on which side a query stands
 * @param ordinary how much a word of everyday tells of what a rare one does; reduced as the search
 *     reduces words
 * @param asked what people ask about a topic, by its id, and about none of them
 */
public record Vocabulary(
    List<Synonyms> synonyms,
    List<List<String>> neighbours,
    Cues cues,
    Map<String, Float> ordinary,
    Map<String, List<String>> asked) {
  /** What is asked about none of the topics stands under this name. */
  public static final String NONE = "none";

  private static final String SYNONYMS = "synonyms.toml";
  private static final String NEIGHBOURS = "neighbours.toml";
  private static final String CUES = "cues.toml";
  private static final String ORDINARY = "ordinary.toml";
  private static final String WORDS = "words";

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
        parsed(SYNONYMS, files).tables("same").stream().map(Vocabulary::synonyms).toList(),
        parsed(NEIGHBOURS, files).tables("trouble").stream()
            .map(each -> each.texts(WORDS))
            .toList(),
        cues(parsed(CUES, files)),
        ordinary(parsed(ORDINARY, files).tables("ordinary")),
        asked(files));
  }

  private static Map<String, List<String>> asked(BundledFiles files) {
    Map<String, List<String>> asked = new HashMap<>();
    for (String topic : files.topicFiles()) {
      String id = topic.replaceFirst(".*/(.*)\\.md", "$1");
      asked.put(id, questions(id, files));
    }
    asked.put(NONE, questions(NONE, files));
    return Map.copyOf(asked);
  }

  private static List<String> questions(String id, BundledFiles files) {
    return files.read("asked/" + id + ".txt").lines().filter(line -> !line.isBlank()).toList();
  }

  private static Cues cues(BundledTable file) {
    Map<Cues.Side, List<String>> names = new EnumMap<>(Cues.Side.class);
    for (Cues.Side side : Cues.Side.values()) names.put(side, file.texts(side.key()));
    BundledTable worths = numbers("worth", file);
    Map<Cues.Evidence, Float> worth = new EnumMap<>(Cues.Evidence.class);
    for (Cues.Evidence evidence : Cues.Evidence.values()) {
      worth.put(evidence, worths.number(evidence.key()));
    }
    BundledTable others = numbers("weights", file);
    Map<Cues.Weight, Float> weights = new EnumMap<>(Cues.Weight.class);
    for (Cues.Weight weight : Cues.Weight.values()) {
      weights.put(weight, others.number(weight.key()));
    }
    return new Cues(names, worth, weights, file.numbers("doubts"));
  }

  private static BundledTable numbers(String name, BundledTable file) {
    return file.table(name).orElseThrow(() -> file.mistake("lacks " + name));
  }

  private static Map<String, Float> ordinary(List<BundledTable> tables) {
    Map<String, Float> ordinary = new HashMap<>();
    for (BundledTable table : tables) {
      float tells = table.number("tells");
      for (String word : table.texts(WORDS)) ordinary.put(word, tells);
    }
    return Map.copyOf(ordinary);
  }

  private static BundledTable parsed(String name, BundledFiles files) {
    return BundledTable.parse(name, files.read(name));
  }

  private static Synonyms synonyms(BundledTable table) {
    return new Synonyms(table.texts(WORDS), table.text("like").map(Pattern::compile));
  }
}
