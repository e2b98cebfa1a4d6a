package io.github.pyo3doctor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody asked, and what answers it.
 *
 * @param set the name of the file it is from, without its ending
 * @param kind {@code keywords}, {@code title} or {@code log}
 * @param text what was typed or pasted
 * @param topic the topic that answers it; empty when none should
 */
record LabelledSymptom(String set, String kind, String text, Optional<String> topic) {
  /** Reads files of one JSON object a line; one that is not there is left out. */
  static List<LabelledSymptom> read(List<Path> files) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<LabelledSymptom> symptoms = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) continue;
      String set = file.getFileName().toString().replaceFirst("\\.jsonl$", "");
      for (String line : Files.readAllLines(file)) {
        JsonNode label = mapper.readTree(line);
        symptoms.add(
            new LabelledSymptom(
                set,
                label.get("kind").asString(),
                label.get("text").asString(),
                Optional.ofNullable(label.get("topic"))
                    .filter(topic -> !topic.isNull())
                    .map(JsonNode::asString)));
      }
    }
    return symptoms;
  }

  /** Typed into a search box, not pasted. */
  boolean isTyped() {
    return !kind.equals("log");
  }
}
