package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A project examined before, with how it fared then. */
final class RecentProjectButton extends Button {
  private static final int LONGEST_PATH = 48;

  /**
   * A button for a project.
   *
   * @param open hears its folder when it is pressed
   */
  RecentProjectButton(RecentProject project, Consumer<Path> open) {
    Path path = Path.of(project.path());
    Path name = path.getFileName();
    Label title = new Label(name == null ? project.path() : name.toString());
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Label detail =
        new Label(MiddleShortened.path(project.path(), LONGEST_PATH) + " · " + project.verdict());
    detail.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    setGraphic(new VBox(2, title, detail));
    setTooltip(new Tooltip(project.path()));
    getStyleClass().addAll(Styles.FLAT, "recent-project");
    setMaxWidth(Double.MAX_VALUE);
    setAlignment(Pos.CENTER_LEFT);
    setOnAction(event -> open.accept(path));
  }
}
