package io.github.pyo3doctor.desktop;

import io.github.pyo3doctor.desktop.model.GuideModel;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.SettingsFile;
import io.github.pyo3doctor.desktop.model.SettingsModel;
import io.github.pyo3doctor.desktop.model.Threads;
import io.github.pyo3doctor.desktop.view.DoctorWindow;
import io.github.pyo3doctor.doctor.Doctor;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;

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

  /** Opens the window; the program ends when it is closed. */
  public static void open(Doctor doctor) {
    Threads threads = new Threads(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
    Platform.startup(() -> {});
    // The toolkit starts on a thread of its own: the library is read meanwhile.
    LibraryModel library =
        new LibraryModel(doctor, doctor.currentPyo3(), new GuideModel(doctor, threads), threads);
    Platform.runLater(() -> openWindow(doctor, library, threads));
  }

  private static void openWindow(Doctor doctor, LibraryModel library, Threads threads) {
    HostServices browser = new LinkOpener().getHostServices();
    SettingsModel settings =
        new SettingsModel(
            SettingsFile.inUserFolder(
                System.getenv(), Path.of(System.getProperty("user.home", "."))));
    Models models = Models.of(doctor, library, settings, threads);
    new DoctorWindow(new Stage(), models, browser::showDocument).show();
  }

  /** JavaFX hands out the user's browser only through an application object. */
  private static final class LinkOpener extends Application {
    @Override
    public void start(Stage stage) {}
  }
}
