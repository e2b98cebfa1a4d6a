package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import io.github.pyo3doctor.desktop.model.Settings;
import io.github.pyo3doctor.desktop.model.SettingsModel;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that work wherever the keyboard is; {@link KeysSheet} tells people of them. */
final class WindowKeys {
  private WindowKeys() {}

  /** What the keys do beyond going from place to place. */
  interface Actions {
    /** Moves the keyboard into the box. */
    void focusBox();

    /** Reads what is in the box the other way. */
    void readOtherwise();

    /** Takes what is in the clipboard. */
    void pasteAnywhere();

    /** Asks for a folder and examines it. */
    void chooseFolder();

    /** Shows the change that mends the chosen finding. */
    void offerChange();

    /** Opens the bar that searches the page. */
    void find();

    /** Goes to the next finding or marked line, or to the one before. */
    void step(int by);

    /** Opens the next article, or the one before. */
    void turn(int by);

    /** Examines or inspects again what is shown. */
    void again();

    /** Goes to the guided check that was shown last, if there is one. */
    void resumeCheck();

    /** Shows the sheet of keys. */
    void showKeys();
  }

  static Map<KeyCombination, Runnable> of(
      Navigation navigation, SettingsModel settings, Actions actions) {
    return Map.ofEntries(
        Map.entry(shortcut(KeyCode.K), actions::focusBox),
        Map.entry(shortcut(KeyCode.L), actions::readOtherwise),
        Map.entry(shortcut(KeyCode.O), actions::chooseFolder),
        Map.entry(shortcut(KeyCode.V), actions::pasteAnywhere),
        Map.entry(shortcut(KeyCode.F), actions::find),
        Map.entry(shortcut(KeyCode.PERIOD), actions::offerChange),
        Map.entry(shortcut(KeyCode.DIGIT1), () -> navigation.go(new Place.Start())),
        Map.entry(
            shortcut(KeyCode.DIGIT2), () -> navigation.go(new Place.Findings(Optional.empty()))),
        Map.entry(shortcut(KeyCode.DIGIT3), () -> navigation.go(new Place.Loader())),
        Map.entry(
            shortcut(KeyCode.DIGIT4), () -> navigation.go(new Place.Library(Optional.empty()))),
        Map.entry(shortcut(KeyCode.DIGIT5), () -> navigation.go(new Place.Machine())),
        Map.entry(shortcut(KeyCode.DIGIT6), actions::resumeCheck),
        Map.entry(shortcut(KeyCode.PLUS), () -> settings.change(now -> now.zoomed(1))),
        Map.entry(shortcut(KeyCode.EQUALS), () -> settings.change(now -> now.zoomed(1))),
        Map.entry(shortcut(KeyCode.MINUS), () -> settings.change(now -> now.zoomed(-1))),
        Map.entry(shortcut(KeyCode.DIGIT0), () -> settings.change(Settings::unzoomed)),
        Map.entry(key(KeyCode.LEFT, KeyCombination.ALT_DOWN), navigation::back),
        Map.entry(key(KeyCode.RIGHT, KeyCombination.ALT_DOWN), navigation::forward),
        Map.entry(key(KeyCode.F5), actions::again),
        Map.entry(key(KeyCode.F8), () -> actions.step(1)),
        Map.entry(key(KeyCode.F8, KeyCombination.SHIFT_DOWN), () -> actions.step(-1)),
        Map.entry(key(KeyCode.F1), actions::showKeys));
  }

  /** Turns to another article; to be heard before lists, which would take the key themselves. */
  static void turn(KeyEvent event, Actions actions) {
    if (shortcut(KeyCode.PAGE_DOWN).match(event)) actions.turn(1);
    else if (shortcut(KeyCode.PAGE_UP).match(event)) actions.turn(-1);
    else return;
    event.consume();
  }

  private static KeyCombination shortcut(KeyCode key) {
    return key(key, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination key(KeyCode key, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(key, modifiers);
  }
}
