package io.github.pyo3doctor.desktop.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Messages of checks, in which {@code `code`} stands between back quotes. */
final class CodeSpans {
  private CodeSpans() {}

  /** A message that can be selected. */
  static Prose prose(String message, String... styles) {
    Prose prose = new Prose(runs(message).toArray(Text[]::new));
    prose.getStyleClass().addAll(styles);
    return prose;
  }

  /** A message in a list, where a click chooses the row. */
  static TextFlow flow(String message) {
    return new TextFlow(runs(message).toArray(Text[]::new));
  }

  private static List<Text> runs(String message) {
    List<Text> runs = new ArrayList<>();
    boolean code = false;
    for (String part : List.of(message.split("`", -1))) {
      Text run = new Text(part);
      run.getStyleClass().add("prose-text");
      if (code) run.getStyleClass().add("inline-code");
      if (!part.isEmpty()) runs.add(run);
      code = !code;
    }
    return runs;
  }
}
