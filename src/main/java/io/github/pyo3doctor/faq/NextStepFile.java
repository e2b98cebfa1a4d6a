package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** {@code next-steps.toml}: what to do first, most particular first. */
final class NextStepFile {
  static final String NAME = "next-steps.toml";

  private NextStepFile() {}

  /**
   * Reads the file, with version facts filled in.
   *
   * @throws IllegalArgumentException naming the mistake; the file ships with the program
   */
  static List<NextStep> read(String text, Placeholders placeholders) {
    TomlParseResult file = Toml.parse(placeholders.resolve(text));
    if (file.hasErrors()) {
      throw new IllegalArgumentException(NAME + ": " + file.errors().getFirst());
    }
    TomlArray tables = file.getArrayOrEmpty("step");
    List<NextStep> steps = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) steps.add(step(tables.getTable(i)));
    return List.copyOf(steps);
  }

  private static NextStep step(TomlTable table) {
    return new NextStep(
        needed(table, "topic"),
        table.getArrayOrEmpty("signatures").toList().stream().map(String::valueOf).toList(),
        optional(table, "pyo3-from"),
        optional(table, "pyo3-before"),
        optional(table, "python"),
        needed(table, "say"));
  }

  private static String needed(TomlTable table, String key) {
    return optional(table, key)
        .orElseThrow(() -> new IllegalArgumentException(NAME + ": a step lacks " + key));
  }

  private static Optional<String> optional(TomlTable table, String key) {
    return Optional.ofNullable(table.getString(key));
  }
}
