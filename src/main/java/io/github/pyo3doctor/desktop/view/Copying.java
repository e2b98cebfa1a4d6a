package io.github.pyo3doctor.desktop.view;

import javafx.animation.PauseTransition;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** Copies to the clipboard, and lets the button say that it did. */
final class Copying {
  private Copying() {}

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Copies, and for a moment {@code button} reads "Copied" instead of its own text. */
  static void copy(String text, Labeled button) {
    copy(text);
    String label = button.getText();
    if (label.equals("Copied")) return;
    button.setMinWidth(Math.max(button.getMinWidth(), button.getWidth()));
    button.setText("Copied");
    PauseTransition pause = new PauseTransition(Duration.seconds(1.5));
    pause.setOnFinished(event -> button.setText(label));
    pause.play();
  }
}
