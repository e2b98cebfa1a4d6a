package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.GuideModel;
import io.github.pyo3doctor.desktop.model.GuideState;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.report.Summary;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which release's guide is read, why that one, and the others on this machine. */
final class GuideChooser extends VBox {
  private final MenuButton releases = new MenuButton();
  private final Label why = Panes.wrapped("");
  private final GuideModel model;

  GuideChooser(GuideModel model) {
    this.model = model;
    releases.setId("guide-release");
    why.setId("guide-why");
    why.setMinHeight(USE_PREF_SIZE);
    why.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    HBox row = new HBox(8, new Label("For"), releases);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, why);
    getStyleClass().add("guide-chooser");
    model.stateProperty().subscribe(this::show);
  }

  private void show(GuideState state) {
    if (!(state instanceof GuideState.Open open)) return;
    releases.setText("PyO3 " + open.release().version());
    why.setText(Summary.capitalized(open.why()));
    releases.getItems().setAll(items(open.releases()));
  }

  private List<MenuItem> items(List<Pyo3Release> found) {
    return found.stream().map(this::item).toList();
  }

  private MenuItem item(Pyo3Release release) {
    MenuItem item = new MenuItem("PyO3 " + release.version());
    item.setOnAction(event -> model.open(release));
    return item;
  }
}
