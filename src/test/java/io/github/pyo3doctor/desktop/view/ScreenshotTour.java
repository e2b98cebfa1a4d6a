package io.github.pyo3doctor.desktop.view;

import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import io.github.pyo3doctor.SampleWheel;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.FindingRow;
import io.github.pyo3doctor.desktop.model.GuideModel;
import io.github.pyo3doctor.desktop.model.GuideState;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.Settings;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.desktop.model.SettingsFile;
import io.github.pyo3doctor.desktop.model.SettingsModel;
import io.github.pyo3doctor.desktop.model.Theme;
import io.github.pyo3doctor.desktop.model.Threads;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.fix.FixJournal;
import io.github.pyo3doctor.fix.Fixes;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Takes a picture of every screen from a real window, in both themes and several sizes. Run by
 * {@code docs/screenshots/take}; not part of the ordinary test run, which has no display.
 */
class ScreenshotTour {
  private static final Path CHECKS = Path.of("src/test/resources/checks");
  private static final Path FAILING =
      CHECKS.resolve("library-is-only-cdylib/fail-integration-test");
  private static final Path PROGRAM = Path.of("src/test/resources/pe/x64/versioned.exe");
  private static final Path WINDOWS =
      CHECKS.resolve("rival-python-dll-first/fail-python3-of-another-program/snapshot.json");
  private static final Path LOG =
      Path.of("src/test/resources/symptoms/cargo-test-links-extension-module.log");

  /** Two troubles in one log, in the words of three tools, with lines no font of ours is for. */
  private static final String SEVERAL =
      """
      \u001B[1m\u001B[32m   Compiling\u001B[0m pyo3-ffi v0.22.3
      warning: unused variable: `数据`
      שגיאה: הקובץ לא נמצא (src/lib.rs)
      error: failed to run custom build command for `pyo3-ffi v0.22.3`
        error: the configured Python interpreter version (3.14) is newer than PyO3's maximum supported version (3.13)
      error: linking with `cc` failed: exit status: 1
        = note: rust-lld: error: undefined symbol: PyErr_Print
      error[E0463]: can't find crate for `my_ext`
      ImportError: dynamic module does not define module export function (PyInit_my_ext)
      """;

  private static final Path CLEAN = CHECKS.resolve("library-is-only-cdylib/pass-rlib");

  private final Path pictures = Path.of(System.getProperty("screenshots", "target/screenshots"));
  private final FxRobot robot = new FxRobot();
  @TempDir Path folder;

  @Test
  void everyScreenInBothThemesAndSeveralSizes() throws Exception {
    Files.createDirectories(pictures);
    states("light", Settings.DEFAULT.with(Theme.LIGHT));
    states("small", Settings.DEFAULT.with(Theme.DARK).sized(800, 560));
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      tour(theme.name().toLowerCase(Locale.ROOT), Settings.DEFAULT.with(theme));
    }
    tour("small", Settings.DEFAULT.with(Theme.LIGHT).sized(800, 560));
    tour("large-text", Settings.DEFAULT.with(Theme.DARK).zoomed(5).sized(1300, 860));
  }

  private void tour(String name, Settings settings) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    SettingsFile file = new SettingsFile(folder.resolve(name + ".json"));
    file.write(settings.examined(new RecentProject("/home/me/wheels/mandelbrot", "1 error")));
    ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    Threads threads = new Threads(work, Platform::runLater);
    Fixes fixes = new Fixes(new FixJournal(folder.resolve("journal")));
    Doctor doctor = new Doctor("tour").withFixes(fixes);
    LibraryModel library =
        new LibraryModel(doctor, doctor.currentPyo3(), new GuideModel(doctor, threads), threads);
    Models models = Models.of(doctor, library, new SettingsModel(file), threads);
    ExaminationModel examinations = models.examinations();
    DoctorWindow window =
        FxToolkit.setupFixture(
            () -> {
              DoctorWindow opened = new DoctorWindow(stage, models, target -> {});
              opened.show();
              return opened;
            });
    picture(stage, name + "-1-start");
    robot.clickOn("#box").write("undefined symbol PyErr");
    settle(() -> !library.resultsProperty().get().hits().isEmpty());
    picture(stage, name + "-2-search");
    robot.push(KeyCode.ENTER);
    picture(stage, name + "-3-result");
    robot.push(KeyCode.SHORTCUT, KeyCode.K).write("qqqqqq");
    settle(() -> library.resultsProperty().get().query().equals("qqqqqq"));
    picture(stage, name + "-4-no-match");
    robot.interact(() -> window.drop(List.of(LOG)));
    settle(() -> !robot.lookup("#next-step").queryAll().isEmpty());
    picture(stage, name + "-4-log");
    robot.interact(() -> window.paste(SEVERAL));
    settle(() -> !robot.lookup("#log-matches").queryAll().isEmpty());
    robot.interact(() -> robot.lookup("#next-marked-line").<Button>query().fire());
    picture(stage, name + "-4-log-several");
    robot.interact(() -> window.paste("error[E0502]: cannot borrow `x` as mutable"));
    settle(() -> robot.lookup("#marked-lines").queryAll().size() == 1);
    picture(stage, name + "-4-log-not-recognised");
    robot.interact(() -> window.drop(List.of(LOG, WINDOWS)));
    picture(stage, name + "-4-notice");
    robot.interact(() -> window.openTopic("extension-module-linking"));
    picture(stage, name + "-5-article");
    robot.push(KeyCode.SHORTCUT, KeyCode.F).write("maturin");
    robot.push(KeyCode.ENTER);
    picture(stage, name + "-5-find");
    robot.push(KeyCode.ESCAPE);
    robot.interact(() -> window.checkFor("extension-module-linking"));
    picture(stage, name + "-5-check");
    robot.interact(() -> window.checkFor("panic-exception"));
    picture(stage, name + "-5-no-check");
    officialGuide(stage, name, window, library);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    picture(stage, name + "-6-no-project");
    Path empty = Files.createDirectories(folder.resolve("empty/no-rust-project"));
    for (Path project : new Path[] {FAILING, WINDOWS, CLEAN, empty}) {
      robot.interact(() -> window.examine(project));
      settle(() -> !(examinations.stateProperty().get() instanceof ExaminationState.Running));
      picture(stage, name + "-7-" + nameOf(project));
    }
    robot.interact(() -> window.examine(CLEAN));
    settle(() -> !(examinations.stateProperty().get() instanceof ExaminationState.Running));
    guided(stage, name, window);
    mending(stage, name, window);
    sorting(stage, name, window);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    picture(stage, name + "-6-no-binary");
    Files.createDirectories(folder.resolve("drive_c/windows/system32"));
    Path program = Files.copy(PROGRAM, folder.resolve("drive_c/" + name + ".exe"));
    robot.interact(() -> window.drop(List.of(program)));
    settle(() -> !robot.lookup("#needs").queryAll().isEmpty());
    picture(stage, name + "-7-loader");
    Path wheel = SampleWheel.in(Files.createDirectories(folder.resolve(name + "-wheel")));
    robot.interact(() -> window.drop(List.of(wheel)));
    settle(() -> rowsOf("#needs").contains("module-1.0"));
    picture(stage, name + "-7-wheel");
    robot.interact(() -> robot.lookup("#needs").queryListView().getSelectionModel().selectFirst());
    picture(stage, name + "-7-wheel-whole");
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    picture(stage, name + "-6-no-machine");
    robot.interact(() -> robot.lookup("#look-at-machine").<Button>query().fire());
    settle(() -> !robot.lookup("#copy-machine").queryAll().isEmpty());
    picture(stage, name + "-7-machine");
    robot.push(KeyCode.F1);
    picture(stage, name + "-8-keys");
    FxToolkit.hideStage();
    FxToolkit.cleanupStages();
    work.close();
  }

  /** The change of a project that may be changed, looked at and written. */
  private void mending(Stage stage, String name, DoctorWindow window) throws Exception {
    Path copy = Files.createDirectories(folder.resolve(name + "-mended"));
    for (String file : List.of("Cargo.toml", "src/lib.rs", "tests/doubles.rs")) {
      Path source = FAILING.resolve(file);
      Files.createDirectories(copy.resolve(file).resolveSibling(""));
      Files.copy(source, copy.resolve(file));
    }
    robot.interact(() -> window.examine(copy));
    settle(() -> !robot.lookup("#offer-change").queryAll().isEmpty());
    robot.push(KeyCode.SHORTCUT, KeyCode.PERIOD);
    settle(() -> !robot.lookup("#apply-change").queryAll().isEmpty());
    picture(stage, name + "-7-change");
    robot.interact(() -> robot.lookup("#apply-change").<Button>query().fire());
    settle(() -> !robot.lookup("#undo-change").queryAll().isEmpty());
    picture(stage, name + "-7-change-written");
  }

  /** A project with several findings: filtered, and one of them silenced. */
  private void sorting(Stage stage, String name, DoctorWindow window) throws Exception {
    Path project = Files.createDirectories(folder.resolve(name + "-several/src"));
    String manifest = "[package]\nname = \"boxes\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";
    String library = "\n[lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]\npyo3 = \"0.28\"\n";
    Files.writeString(project.resolveSibling("Cargo.toml"), manifest + library);
    StringBuilder modules = new StringBuilder();
    for (String module : List.of("shapes_of_boxes", "labels", "stock")) {
      modules.append("mod ").append(module).append(";\n");
      StringBuilder source = new StringBuilder("use pyo3::prelude::*;\n");
      for (String type : List.of("Box", "Crate", "Pallet")) {
        source.append("\n#[pyclass(get_all, set_all)]\npub struct ").append(type).append(" {\n");
        source.append("    pub corners: Vec<f64>,\n    pub names: Vec<String>,\n}\n");
      }
      Files.writeString(project.resolve(module + ".rs"), source);
    }
    Files.writeString(project.resolve("lib.rs"), modules);
    Path tests = Files.createDirectories(project.resolveSibling("tests"));
    Files.writeString(tests.resolve("packs.rs"), "use boxes::pack;\n");
    robot.interact(() -> window.examine(project.resolveSibling("")));
    settle(() -> rowsOf("#findings-list").contains("hints"));
    robot.interact(() -> robot.lookup("#filter-hint").<ToggleButton>query().fire());
    picture(stage, name + "-7-filtered");
    robot.interact(() -> robot.lookup("#filter").<TextField>query().setText("nothing of it"));
    picture(stage, name + "-7-filtered-all");
    robot.interact(() -> robot.lookup("#clear-filter").<Button>query().fire());
    robot.push(KeyCode.DELETE);
    settle(() -> !robot.lookup("#silence-reason").queryAll().isEmpty());
    robot.write("the tests are run by another crate");
    picture(stage, name + "-7-silence-asked");
    robot.push(KeyCode.ENTER);
    settle(() -> !robot.lookup("#apply-change").queryAll().isEmpty());
    picture(stage, name + "-7-silence-shown");
    robot.push(KeyCode.ENTER);
    settle(() -> rowsOf("#findings-list").contains("1 silenced"));
    robot.interact(
        () -> {
          ListView<FindingRow> list = robot.lookup("#findings-list").queryListView();
          list.getItems().stream()
              .filter(FindingRow.Silent.class::isInstance)
              .findFirst()
              .ifPresent(list.getSelectionModel()::select);
        });
    picture(stage, name + "-7-silenced");
  }

  /** What a machine without any PyO3 in Cargo's registry shows is a picture too. */
  private void officialGuide(Stage stage, String name, DoctorWindow window, LibraryModel library)
      throws Exception {
    settle(() -> !(library.guides().stateProperty().get() instanceof GuideState.Looking));
    robot.interact(window.reader()::openGuide);
    picture(stage, name + "-9-guide");
    robot.interact(() -> window.reader().openOfficial("python-from-rust"));
    picture(stage, name + "-9-guide-chapter");
    robot.interact(() -> window.reader().openOfficial("class#customizing-the-class"));
    picture(stage, name + "-9-guide-section");
    robot.interact(() -> window.reader().openOfficial("extension-module-linking"));
    picture(stage, name + "-9-guide-faq-entry");
    robot.interact(() -> window.paste("allow threads"));
    settle(() -> library.resultsProperty().get().query().equals("allow threads"));
    robot.push(KeyCode.DOWN);
    picture(stage, name + "-9-guide-search");
  }

  /** What is said while work goes on, and when it was stopped: here it never comes to its end. */
  private void states(String name, Settings settings) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    SettingsFile file = new SettingsFile(folder.resolve(name + "-states.json"));
    file.write(settings);
    Threads never = new Threads(task -> {}, Platform::runLater);
    Doctor doctor = new Doctor("tour");
    LibraryModel library =
        new LibraryModel(doctor, doctor.currentPyo3(), new GuideModel(doctor, never), never);
    DoctorWindow window =
        FxToolkit.setupFixture(
            () -> {
              Models models = Models.of(doctor, library, new SettingsModel(file), never);
              DoctorWindow opened = new DoctorWindow(stage, models, target -> {});
              opened.show();
              return opened;
            });
    robot.interact(() -> window.checkFor("windows-dll-not-found"));
    robot.interact(() -> window.drop(List.of(FAILING)));
    robot.interact(() -> robot.lookup("#start-check").<Button>query().fire());
    picture(stage, name + "-s-guided-running");
    stopped(stage, name + "-s-guided", "#stop-examination");
    robot.interact(() -> window.examine(FAILING));
    picture(stage, name + "-s-findings-running");
    stopped(stage, name + "-s-findings", "#stop-examination");
    robot.interact(window::checkMachine);
    picture(stage, name + "-s-machine-running");
    stopped(stage, name + "-s-machine", "#stop-examination");
    robot.interact(() -> window.drop(List.of(LOG)));
    picture(stage, name + "-s-log-running");
    stopped(stage, name + "-s-log", "#stop-reading");
    robot.interact(() -> window.inspect(PROGRAM));
    picture(stage, name + "-s-loader-running");
    FxToolkit.hideStage();
    FxToolkit.cleanupStages();
  }

  private void stopped(Stage stage, String name, String button) throws Exception {
    robot.interact(() -> robot.lookup(button).<Button>query().fire());
    picture(stage, name + "-stopped");
  }

  /** A guided check from its first step to what it says, and one that finds nothing. */
  private void guided(Stage stage, String name, DoctorWindow window) throws Exception {
    robot.interact(() -> window.checkFor("crate-not-found-in-tests"));
    robot.interact(() -> window.drop(List.of(FAILING)));
    picture(stage, name + "-5-guided-project");
    robot.push(KeyCode.ENTER);
    settle(() -> !robot.lookup("#guided-verdict").queryAll().isEmpty());
    picture(stage, name + "-5-guided-found");
    robot.interact(() -> window.checkFor("windows-dll-not-found"));
    picture(stage, name + "-5-guided-many-steps");
    robot.interact(() -> window.drop(List.of(CLEAN)));
    robot.interact(() -> robot.lookup("#start-check").<Button>query().fire());
    settle(() -> !robot.lookup("#guided-verdict").queryAll().isEmpty());
    picture(stage, name + "-5-guided-open");
    robot.interact(() -> robot.lookup("#step-built-file").<ToggleButton>query().fire());
    picture(stage, name + "-5-guided-file");
    robot.interact(() -> window.checkFor("once-deadlock"));
    robot.interact(() -> robot.lookup("#start-check").<Button>query().fire());
    settle(() -> !robot.lookup("#guided-verdict").queryAll().isEmpty());
    picture(stage, name + "-5-guided-not-seen");
    robot.interact(() -> robot.lookup("#step-process").<ToggleButton>query().fire());
    picture(stage, name + "-5-guided-process");
    robot.interact(() -> window.checkFor("interpreter-not-found"));
    Path none = Files.createDirectories(folder.resolve("empty/no-rust-project"));
    robot.interact(() -> window.drop(List.of(none)));
    robot.interact(() -> robot.lookup("#start-check").<Button>query().fire());
    settle(() -> !robot.lookup(".alert-caution").queryAll().isEmpty());
    picture(stage, name + "-5-guided-failed");
  }

  private String rowsOf(String list) {
    return robot.lookup(list).<ListView<?>>queryAll().stream()
        .map(shown -> shown.getItems().toString())
        .collect(Collectors.joining());
  }

  private static String nameOf(Path project) {
    return (Files.isDirectory(project) ? project : project.getParent()).getFileName().toString();
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    waitFor(20, TimeUnit.SECONDS, condition);
  }

  private void picture(Stage stage, String name) throws Exception {
    robot.moveTo(stage.getX() + 1, stage.getY() + 1);
    waitForFxEvents();
    robot.sleep(400);
    Image image =
        waitForAsyncFx(
            10_000,
            () ->
                new Robot()
                    .getScreenCapture(
                        null, stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    ImageIO.write(picture, "png", pictures.resolve(name + ".png").toFile());
  }
}
