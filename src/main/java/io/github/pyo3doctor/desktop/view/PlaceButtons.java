package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.GuidedCheck;
import io.github.pyo3doctor.desktop.model.GuidedModel;
import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The places of the app, down the left side. */
final class PlaceButtons extends VBox {
  /** In a narrower window the names would take the room of what is looked at. */
  private static final double NAMES_BESIDE_FROM_EMS = 64;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final Navigation navigation;
  private Optional<ToggleButton> check = Optional.empty();

  /**
   * The buttons.
   *
   * @param guided whose latest check is a place once there is one
   */
  PlaceButtons(Navigation navigation, GuidedModel guided) {
    this.navigation = navigation;
    getChildren()
        .addAll(
            button("Start", Feather.HOME, new Place.Start()),
            button("Findings", Feather.CLIPBOARD, new Place.Findings(Optional.empty())),
            button("Loader", Feather.PACKAGE, new Place.Loader()),
            button("Library", Feather.BOOK_OPEN, new Place.Library(Optional.empty())),
            button("Machine", Feather.CPU, new Place.Machine()));
    guided.latestProperty().subscribe(latest -> latest.ifPresent(this::offer));
    getStyleClass().add("place-buttons");
  }

  /**
   * Puts the names beside the pictures, or below them in a window that is not that many ems wide.
   */
  void fitIn(double ems) {
    pseudoClassStateChanged(NARROW, ems < NAMES_BESIDE_FROM_EMS);
  }

  /** The way back to a guided check; it is no place before one was begun. */
  private void offer(GuidedCheck latest) {
    Place place = new Place.Check(latest.plan().topic().id());
    if (check.isEmpty()) {
      ToggleButton made = button("Check", Feather.LIST, place);
      getChildren().add(made);
      check = Optional.of(made);
    }
    check.get().setTooltip(new Tooltip("Check for me: " + latest.plan().topic().titleText()));
    check.get().setOnAction(event -> visit(check.get(), place));
  }

  private ToggleButton button(String name, Feather icon, Place place) {
    ToggleButton button = new ToggleButton(name, new FontIcon(icon));
    button.setId("place-" + name.toLowerCase(Locale.ROOT));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> visit(button, place));
    navigation.placeProperty().subscribe(now -> button.setSelected(isIn(now, place)));
    return button;
  }

  private void visit(ToggleButton button, Place place) {
    if (!isIn(navigation.place(), place)) navigation.go(place);
    button.setSelected(isIn(navigation.place(), place));
  }

  private static boolean isIn(Place now, Place place) {
    boolean guide = now instanceof Place.Guide && place instanceof Place.Library;
    return guide || now.getClass().equals(place.getClass());
  }
}
