package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a pane shows while it has nothing else: what is the case, and what can be done now. */
final class Placeholder extends VBox {
  Placeholder(Ikon icon, String title, String text, Node... actions) {
    FontIcon picture = new FontIcon(icon);
    picture.getStyleClass().add("placeholder-icon");
    TextFlow heading = CodeSpans.flow(title);
    heading.setTextAlignment(TextAlignment.CENTER);
    heading.getStyleClass().add(Styles.TITLE_4);
    getChildren().addAll(picture, heading, centred(text));
    getChildren().addAll(actions);
    getStyleClass().add("placeholder");
    setAlignment(Pos.CENTER);
  }

  /** It can be selected: it may be a reason that is asked about elsewhere. */
  private static Prose centred(String text) {
    Prose said = CodeSpans.prose(text, "quiet-text");
    said.setTextAlignment(TextAlignment.CENTER);
    return said;
  }
}
