package io.github.pyo3doctor.desktop;

import io.github.pyo3doctor.doctor.Doctor;
import java.util.Map;

/** The desktop app, as the program's start sees it. */
public final class DesktopFace {
  private DesktopFace() {}

  /** Whether a window can be opened: on Windows and macOS always, elsewhere with X11 or Wayland. */
  public static boolean hasDisplay(Map<String, String> environment) {
    String os = System.getProperty("os.name", "");
    return os.startsWith("Windows")
        || os.startsWith("Mac")
        || environment.containsKey("DISPLAY")
        || environment.containsKey("WAYLAND_DISPLAY");
  }

  /** Opens the window and returns when it was closed. */
  public static void open(Doctor doctor) {
    throw new UnsupportedOperationException(doctor.toString());
  }
}
