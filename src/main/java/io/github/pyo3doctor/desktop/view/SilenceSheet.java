package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.SilenceQuestion;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.Silence;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks why a finding is to be silenced, and where, before what would be written is shown. */
final class SilenceSheet extends VBox {
  private final TextField reason = new TextField();
  private final RadioButton inItsFile = new RadioButton();
  private final RadioButton everywhere = new RadioButton();

  /** What the sheet leads to. */
  interface Actions {
    /** Shows what would be written. */
    void offer(boolean onlyInItsFile, String reason);

    /** Closes the sheet, nothing asked for. */
    void close();
  }

  SilenceSheet(SilenceQuestion question, Actions actions) {
    Label title = Panes.wrapped("Silence this finding");
    title.getStyleClass().add(Styles.TITLE_3);
    String promise =
        "It is then counted, not hidden. `"
            + Silence.FILE
            + "` in the project's folder says so, for everybody who works on the project.";
    getChildren()
        .addAll(
            title,
            CodeSpans.prose(Summary.capitalized(question.finding().message())),
            asked(),
            where(question),
            CodeSpans.prose(promise, "quiet-text"),
            buttons(actions));
    getStyleClass().add("diff-sheet");
    setMaxHeight(USE_PREF_SIZE);
  }

  /** What gets the keyboard. */
  Node first() {
    return reason;
  }

  private Node asked() {
    Label why = new Label("Why?");
    why.setLabelFor(reason);
    reason.setId("silence-reason");
    reason.setPromptText("The reason, for whoever reads it next");
    return new VBox(4, why, reason);
  }

  private Node where(SilenceQuestion question) {
    ToggleGroup one = new ToggleGroup();
    inItsFile.setId("silence-in-file");
    everywhere.setId("silence-everywhere");
    for (RadioButton choice : new RadioButton[] {inItsFile, everywhere}) {
      choice.setToggleGroup(one);
      choice.setWrapText(true);
      choice.setMnemonicParsing(false);
    }
    everywhere.setText("In the whole project: " + counted(question, false));
    Optional<String> file = question.file();
    if (file.isEmpty()) {
      everywhere.setSelected(true);
      return everywhere;
    }
    inItsFile.setText("Only in " + file.get() + ": " + counted(question, true));
    inItsFile.setSelected(true);
    return new VBox(8, inItsFile, everywhere);
  }

  private static String counted(SilenceQuestion question, boolean onlyInItsFile) {
    return Counted.of(question.silenced(onlyInItsFile), "finding") + " of this check";
  }

  private Node buttons(Actions actions) {
    Button show = new Button("Show what is written…", new FontIcon(Feather.FILE_TEXT));
    show.setId("offer-silence");
    show.getStyleClass().add(Styles.ACCENT);
    show.setDefaultButton(true);
    show.disableProperty().bind(reason.textProperty().map(String::isBlank));
    show.setOnAction(event -> actions.offer(inItsFile.isSelected(), reason.getText()));
    Button cancel = new Button("Cancel");
    cancel.setId("cancel-silence");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> actions.close());
    FlowPane row = new FlowPane(8, 8, cancel, show);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
