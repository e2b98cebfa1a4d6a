package io.github.pyo3doctor.desktop.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Parent;

/** The sizes of icons, which grow with the text; a style sheet gives them in pixels only. */
final class IconSizes {
  /** At the ordinary size of text, by selector. */
  private static final Map<String, Integer> PIXELS =
      Map.of(
          ".ikonli-font-icon", 18,
          ".placeholder-icon.ikonli-font-icon", 40,
          ".reading-chip .ikonli-font-icon", 12);

  private final Parent window;
  private String sheet = "";

  IconSizes(Parent window) {
    this.window = window;
  }

  /** Makes all icons that many times as large as they ordinarily are. */
  void sized(double times) {
    String rules =
        PIXELS.entrySet().stream()
            .map(
                size -> "%s{-fx-icon-size:%d}".formatted(size.getKey(), px(size.getValue(), times)))
            .collect(Collectors.joining());
    byte[] bytes = rules.getBytes(StandardCharsets.UTF_8);
    String next = "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    if (next.equals(sheet)) return;
    window.getStylesheets().remove(sheet);
    window.getStylesheets().add(next);
    sheet = next;
  }

  private static long px(int ordinary, double times) {
    return Math.round(ordinary * times);
  }
}
