package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.search.Marked;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text with the matches of a search made visible. */
final class MarkedText extends TextFlow {
  MarkedText(Marked marked, String style) {
    int done = 0;
    for (Marked.Mark mark : marked.marks()) {
      add(marked.text().substring(done, mark.start()), style);
      add(marked.text().substring(mark.start(), mark.end()), style, "match");
      done = mark.end();
    }
    add(marked.text().substring(done), style);
  }

  private void add(String text, String... styles) {
    if (text.isEmpty()) return;
    Text run = new Text(text);
    run.getStyleClass().add("prose-text");
    run.getStyleClass().addAll(styles);
    getChildren().add(run);
  }
}
