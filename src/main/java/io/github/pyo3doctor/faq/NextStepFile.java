package io.github.pyo3doctor.faq;

import java.util.List;

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
    return BundledTable.parse(NAME, placeholders.resolve(text)).tables("step").stream()
        .map(NextStepFile::step)
        .toList();
  }

  private static NextStep step(BundledTable table) {
    return new NextStep(
        table.needed("topic"),
        table.texts("signatures"),
        table.text("pyo3-from"),
        table.text("pyo3-before"),
        table.text("python"),
        table.needed("say"));
  }
}
