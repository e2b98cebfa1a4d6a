package io.github.pyo3doctor.faq;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How people put it, whatever the topic.
 *
 * @param synonyms what means the same, such as an old and a new name of a function
 * @param neighbours what troubles that are none of ours are told with, each list one trouble
 * @param cues what tells on which side a query stands
 * @param ordinary how much a word of everyday tells of what a rare one does; reduced as the search
 *     reduces words
 * @param anybodys words that troubles of every field are told with; reduced likewise
 */
public record Vocabulary(
    List<Synonyms> synonyms,
    List<List<String>> neighbours,
    Cues cues,
    Map<String, Float> ordinary,
    Set<String> anybodys) {
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
    BundledTable ordinary = parsed(ORDINARY, files);
    return new Vocabulary(
        parsed(SYNONYMS, files).tables("same").stream().map(Vocabulary::synonyms).toList(),
        parsed(NEIGHBOURS, files).tables("trouble").stream()
            .map(each -> each.texts(WORDS))
            .toList(),
        cues(parsed(CUES, files)),
        ordinary(ordinary.tables("ordinary")),
        Set.copyOf(ordinary.texts("anybodys")));
  }

  private static Cues cues(BundledTable file) {
    Map<Cues.Side, List<String>> names = new EnumMap<>(Cues.Side.class);
    for (Cues.Side side : Cues.Side.values()) names.put(side, file.texts(side.key()));
    BundledTable numbers = file.table("worth").orElseThrow(() -> file.mistake("lacks worth"));
    Map<Cues.Evidence, Float> worth = new EnumMap<>(Cues.Evidence.class);
    for (Cues.Evidence evidence : Cues.Evidence.values()) {
      worth.put(evidence, numbers.number(evidence.key()));
    }
    return new Cues(names, worth);
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
