package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.checks.Severity;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A severity told by shape and by colour, so that either is enough. */
final class SeverityIcon extends FontIcon {
  SeverityIcon(Severity severity) {
    super(
        switch (severity) {
          case ERROR -> Feather.X_CIRCLE;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case HINT -> Feather.INFO;
        });
    getStyleClass().add("severity-" + severity.word());
    setAccessibleText(severity.word());
  }
}
