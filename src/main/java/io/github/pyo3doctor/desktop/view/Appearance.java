package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.pyo3doctor.desktop.model.Settings;
import io.github.pyo3doctor.desktop.model.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.layout.Region;

/** The colours and the size of text of a window; follows the system where that was chosen. */
final class Appearance {
  private static final double ORDINARY_TEXT_PX = 14;

  private final Region window;
  private final IconSizes icons;
  private double textPx = ORDINARY_TEXT_PX;
  private Theme theme = Theme.SYSTEM;

  Appearance(Region window) {
    this.window = window;
    this.icons = new IconSizes(window);
    Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> applyTheme());
  }

  void wear(Settings settings) {
    theme = settings.theme();
    applyTheme();
    textPx = ORDINARY_TEXT_PX * settings.zoomPercent() / 100;
    window.setStyle("-fx-font-size: " + textPx + "px;");
    icons.sized(textPx / ORDINARY_TEXT_PX);
  }

  /** A length in the present size of text. */
  double ems(double pixels) {
    return pixels / textPx;
  }

  boolean isDark() {
    return switch (theme) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void applyTheme() {
    Application.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }
}
