package io.github.pyo3doctor.desktop.view;

import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.github.pyo3doctor.desktop.model.FindingRow;
import io.github.pyo3doctor.desktop.model.GuideModel;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.Settings;
import io.github.pyo3doctor.desktop.model.SettingsFile;
import io.github.pyo3doctor.desktop.model.SettingsModel;
import io.github.pyo3doctor.desktop.model.Threads;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.fix.FixJournal;
import io.github.pyo3doctor.fix.Fixes;
import io.github.pyo3doctor.search.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.NodeQuery;

/** A real window on no display, driven with the keyboard and the mouse, and what is in it. */
abstract class OnTheWindow {
  /** With one error that a change mends. */
  static final Path PROJECT =
      Path.of("src/test/resources/checks/library-is-only-cdylib/fail-integration-test");

  @TempDir Path folder;

  final List<String> followed = new ArrayList<>();
  final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  final FxRobot robot = new FxRobot();
  DoctorWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Threads threads = new Threads(work, Platform::runLater);
    Fixes fixes = new Fixes(new FixJournal(folder.resolve("journal")));
    Doctor doctor = new Doctor("test").withFixes(fixes);
    // What Cargo has brought to the machine that runs the tests must make no difference.
    Threads noGuide = new Threads(task -> {}, Platform::runLater);
    LibraryModel library =
        new LibraryModel(doctor, doctor.currentPyo3(), new GuideModel(doctor, noGuide), threads);
    SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
    settings.write(Settings.DEFAULT.sized(940, 700));
    window =
        FxToolkit.setupFixture(
            () -> {
              Models models = Models.of(doctor, library, new SettingsModel(settings), threads);
              DoctorWindow opened = new DoctorWindow(stage, models, followed::add);
              opened.show();
              return opened;
            });
    waitForFxEvents();
  }

  @AfterEach
  void closeWindow() throws Exception {
    FxToolkit.hideStage();
    FxToolkit.cleanupStages();
    work.close();
  }

  void examine(Path project) {
    robot.interact(() -> window.examine(project));
  }

  List<Hit> results() {
    return items("#search-results");
  }

  List<FindingRow> findings() {
    return items("#findings-list");
  }

  <T> List<T> items(String query) {
    return robot.lookup(query).<ListView<T>>queryAll().stream()
        .flatMap(list -> List.copyOf(list.getItems()).stream())
        .toList();
  }

  String articleText() {
    return texts(robot.lookup(".article *"));
  }

  List<Node> visible(String query) {
    return robot.lookup(query).queryAll().stream()
        .filter(node -> node.getParent().isVisible())
        .toList();
  }

  String label(String query) {
    return robot.lookup(query).<Labeled>queryAll().stream()
        .findFirst()
        .map(Labeled::getText)
        .orElse("");
  }

  String labels() {
    return texts(robot.lookup((Node node) -> true));
  }

  static String texts(NodeQuery query) {
    return query.queryAll().stream().map(OnTheWindow::text).collect(Collectors.joining("\n"));
  }

  static String text(Node node) {
    return switch (node) {
      case Text text -> text.getText();
      case Labeled label -> String.valueOf(label.getText());
      default -> "";
    };
  }

  static void waitUntil(Callable<Boolean> condition) throws Exception {
    waitFor(60, TimeUnit.SECONDS, () -> waitForAsyncFx(60_000, condition));
    waitForFxEvents();
  }

  Path copied(Path project) throws IOException {
    Path copy = folder.resolve("project");
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(project.relativize(file).toString()));
      }
    }
    return copy;
  }

  /** The id of what has the keyboard. */
  String keyboard() {
    Node owner = window.scene().getFocusOwner();
    return owner == null ? "" : String.valueOf(owner.getId());
  }
}
