package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Projects of which one is chosen. */
final class ProjectChoice extends VBox {
  private static final int MOST = 5;

  /**
   * The projects to choose from.
   *
   * @param projects the one looked at last first
   * @param choose hears which one the user chose
   */
  ProjectChoice(List<Path> projects, Optional<Path> chosen, Consumer<Path> choose) {
    ToggleGroup group = new ToggleGroup();
    setId("project-choice");
    getStyleClass().addAll("log-matches", "project-choice");
    for (Path project : projects.stream().limit(MOST).toList()) {
      ToggleButton button = button(project, project.equals(projects.getFirst()));
      button.setToggleGroup(group);
      button.setSelected(chosen.equals(Optional.of(project)));
      button.setOnAction(
          event -> {
            button.setSelected(true);
            choose.accept(project);
          });
      getChildren().add(button);
    }
  }

  private static ToggleButton button(Path project, boolean last) {
    Label name = new Label(String.valueOf(project.toAbsolutePath().normalize().getFileName()));
    name.getStyleClass().add(Styles.TEXT_BOLD);
    Label place = new Label((last ? "the one you looked at last · " : "") + project);
    place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    place.setMinWidth(0);
    place.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox lines = new VBox(2, name, place);
    lines.setMinWidth(0);
    ToggleButton button = new ToggleButton("", lines);
    lines.prefWidthProperty().bind(button.widthProperty().subtract(28));
    button.setMinWidth(0);
    button.setPrefWidth(0);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setTooltip(new Tooltip(project.toString()));
    button.setAccessibleText(name.getText() + ", " + project);
    return button;
  }
}
