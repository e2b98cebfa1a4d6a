package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.InspectionState;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.report.Counted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Back and forward, the box, the project in hand and how it fared. */
final class HeaderBar extends HBox {
  private static final int LONGEST_NAME = 28;
  private static final int LONGEST_PATH = 60;

  private final Navigation navigation;
  private final Actions actions;
  private final MenuButton project = new MenuButton("No project");
  private final Button errors;
  private final Button warnings;

  /** What its menu does. */
  interface Actions {
    /** Asks for a folder and examines it. */
    void chooseFolder();

    /** Examines that folder. */
    void examine(Path folder);

    /** Examines or inspects again what is shown. */
    void again();
  }

  HeaderBar(SearchBox box, Navigation navigation, Models models, Actions actions) {
    this.navigation = navigation;
    this.actions = actions;
    this.errors = count(Severity.ERROR);
    this.warnings = count(Severity.WARNING);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setId("box");
    project.setGraphic(new FontIcon(Feather.FOLDER));
    project.setId("project-menu");
    project.setMnemonicParsing(false);
    project.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(back(), forward(), box, project, errors, warnings, again(models));
    setAlignment(Pos.CENTER);
    getStyleClass().add("header");
    models.examinations().stateProperty().subscribe(this::show);
  }

  /** Offers the projects examined before in the menu. */
  void offer(List<RecentProject> recent) {
    List<MenuItem> items = new ArrayList<>();
    MenuItem choose = new MenuItem("Choose project folder…", new FontIcon(Feather.FOLDER));
    choose.setOnAction(event -> actions.chooseFolder());
    items.add(choose);
    for (RecentProject each : recent) {
      MenuItem item = new MenuItem(MiddleShortened.path(each.path(), LONGEST_PATH));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> actions.examine(Path.of(each.path())));
      items.add(item);
    }
    project.getItems().setAll(items);
  }

  private Node back() {
    Button back = iconButton(Feather.ARROW_LEFT, "Back (Alt ←)", navigation::back);
    back.setId("back");
    back.disableProperty().bind(navigation.canGoBackProperty().not());
    return back;
  }

  private Node forward() {
    Button forward = iconButton(Feather.ARROW_RIGHT, "Forward (Alt →)", navigation::forward);
    forward.disableProperty().bind(navigation.canGoForwardProperty().not());
    return forward;
  }

  private Node again(Models models) {
    Button again = iconButton(Feather.REFRESH_CW, "Again (F5)", actions::again);
    again.setId("again");
    again
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !canDoAgain(navigation.place(), models),
                models.examinations().stateProperty(),
                models.inspections().stateProperty(),
                models.guided().latestProperty(),
                navigation.placeProperty()));
    return again;
  }

  /** Some places look at something else than the project; this machine is always there. */
  private static boolean canDoAgain(Place place, Models models) {
    return switch (place) {
      case Place.Machine() -> true;
      case Place.Check check -> models.guided().latestProperty().get().isPresent();
      case Place.Loader() ->
          !(models.inspections().stateProperty().get() instanceof InspectionState.Nothing);
      default -> !(models.examinations().stateProperty().get() instanceof ExaminationState.Nothing);
    };
  }

  private Button count(Severity severity) {
    Button button = new Button("", new SeverityIcon(severity));
    button.getStyleClass().addAll(Styles.FLAT, "count");
    button.setOnAction(event -> navigation.go(new Place.Findings(Optional.empty())));
    button.managedProperty().bind(button.visibleProperty());
    button.setVisible(false);
    return button;
  }

  private static Button iconButton(Feather icon, String tip, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void show(ExaminationState state) {
    switch (state) {
      case ExaminationState.Nothing() -> {}
      case ExaminationState.Running running -> name(running.source());
      case ExaminationState.Cancelled cancelled -> name(cancelled.source());
      case ExaminationState.Failed failed -> name(failed.source());
      case ExaminationState.Done(Path source, Examination examination, Optional<String> topic) -> {
        name(source);
        show(errors, examination, Severity.ERROR);
        show(warnings, examination, Severity.WARNING);
      }
    }
  }

  /** The project in hand; how it fared is not known yet. */
  private void name(Path source) {
    Path name = source.toAbsolutePath().normalize().getFileName();
    project.setText(
        MiddleShortened.path(name == null ? source.toString() : name.toString(), LONGEST_NAME));
    errors.setVisible(false);
    warnings.setVisible(false);
  }

  private static void show(Button button, Examination examination, Severity severity) {
    long count = examination.count(severity);
    button.setText(String.valueOf(count));
    button.setVisible(count > 0);
    button.setTooltip(new Tooltip(Counted.of(count, severity.word())));
  }
}
