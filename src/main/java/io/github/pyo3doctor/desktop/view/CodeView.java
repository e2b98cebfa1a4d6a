package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.faq.Block.CodeBlock;
import io.github.pyo3doctor.faq.Block.CodeLine;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A block of code: selectable, with a copy button, and a switch for the lines rustdoc hides. */
final class CodeView extends VBox {
  private final CodeBlock code;
  private final Prose lines = new Prose();
  private boolean hiddenShown;

  CodeView(CodeBlock code) {
    this.code = code;
    getStyleClass().add("code-view");
    lines.getStyleClass().add("code-lines");
    getChildren().addAll(toolbar(), scroller());
    showLines();
  }

  private HBox toolbar() {
    Label language = new Label(code.language().isEmpty() ? "text" : code.language());
    language.getStyleClass().add(Styles.TEXT_MUTED);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(language, space);
    if (code.hasHiddenLines()) bar.getChildren().add(hiddenSwitch());
    bar.getChildren().add(copyButton());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("code-toolbar");
    return bar;
  }

  private ToggleButton hiddenSwitch() {
    ToggleButton shown = new ToggleButton("Hidden lines", new FontIcon(Feather.EYE));
    shown.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    shown.setTooltip(new Tooltip("Show the lines that rustdoc hides"));
    shown
        .selectedProperty()
        .subscribe(
            selected -> {
              hiddenShown = selected;
              showLines();
            });
    return shown;
  }

  private Button copyButton() {
    Button copy = new Button("Copy", new FontIcon(Feather.COPY));
    copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "copy-code");
    copy.setTooltip(new Tooltip("Copy this code"));
    copy.setOnAction(
        event -> Copying.copy(hiddenShown ? code.fullText() : code.visibleText(), copy));
    return copy;
  }

  private ScrollPane scroller() {
    ScrollPane scroller = new ScrollPane(lines);
    scroller.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroller.setFitToWidth(false);
    scroller.getStyleClass().add("code-scroller");
    return scroller;
  }

  private void showLines() {
    lines.clear();
    for (CodeLine line : code.lines()) {
      if (line.hidden() && !hiddenShown) continue;
      Text text = new Text(lines.getChildren().isEmpty() ? line.text() : "\n" + line.text());
      text.getStyleClass().addAll("code-text", line.hidden() ? "hidden-line" : "shown-line");
      lines.getChildren().add(text);
    }
  }
}
