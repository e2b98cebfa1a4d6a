package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.ModalPane;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.desktop.model.BoxInput;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.LogModel;
import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import io.github.pyo3doctor.desktop.model.Settings;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.desktop.model.SettingsFile;
import io.github.pyo3doctor.desktop.model.Theme;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.report.Summary;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window: the box and the project above, the places on the left, the place in the middle. */
public final class DoctorWindow
    implements StartView.Actions,
        FindingsView.Actions,
        StatusBar.Actions,
        SearchBox.Actions,
        HeaderBar.Actions,
        LogView.Actions {
  private static final String STYLES =
      Objects.requireNonNull(DoctorWindow.class.getResource("desktop.css")).toExternalForm();

  private final Stage stage;
  private final Navigation navigation = new Navigation();
  private final LibraryModel library;
  private final ExaminationModel examinations;
  private final SettingsFile settingsFile;
  private Settings settings;

  private final StringProperty typed = new SimpleStringProperty("");
  private final SearchBox box;
  private final StartView start;
  private final FindingsView findings;
  private final LibraryView topics;
  private final SearchView results;
  private final LogModel logs;
  private final LogView log;
  private final StatusBar status;
  private final BorderPane frame = new BorderPane();
  private final ModalPane overlay = new ModalPane();
  private final HeaderBar header;
  private final Appearance appearance = new Appearance(frame);

  /** The window on a stage that is not shown yet. */
  public DoctorWindow(
      Stage stage,
      LibraryModel library,
      ExaminationModel examinations,
      LogModel logs,
      SettingsFile settingsFile,
      Links external) {
    this.stage = stage;
    this.library = library;
    this.examinations = examinations;
    this.settingsFile = settingsFile;
    this.settings = settingsFile.read();
    this.box = new SearchBox(typed, this);
    this.start = new StartView(new SearchBox(typed, this), library.topics(), this);
    this.findings = new FindingsView(examinations, library, this);
    this.topics = new LibraryView(library, external, this::openTopic);
    this.results = new SearchView(library, external, this::chooseResult, libraryButton());
    this.logs = logs;
    this.log = new LogView(logs, library, external, this);
    this.status = new StatusBar(examinations, this);
    this.header = new HeaderBar(box, navigation, examinations, this);
  }

  /** Shows the window. */
  public void show() {
    // A sheet that slides in leaves traces behind on slow displays.
    overlay.setInTransitionFactory(null);
    overlay.setOutTransitionFactory(null);
    frame.setTop(header);
    frame.setLeft(new PlaceButtons(navigation));
    frame.setBottom(status);
    Scene scene = new Scene(new StackPane(frame, overlay), settings.width(), settings.height());
    scene.getStylesheets().add(STYLES);
    scene.getAccelerators().putAll(keys());
    scene.setOnDragOver(this::dragOver);
    scene.setOnDragDropped(this::dropped);
    navigation.placeProperty().subscribe(this::arrive);
    typed.subscribe((before, now) -> typedChanged(now));
    examinations.stateProperty().subscribe(this::examinationChanged);
    start.showRecent(settings.recent());
    header.offer(settings.recent());
    appearance.wear(settings);
    stage.setTitle("PyO3 Doctor");
    stage.setMinWidth(640);
    stage.setMinHeight(480);
    stage.setScene(scene);
    stage.setOnHidden(event -> remember(settings.sized(scene.getWidth(), scene.getHeight())));
    stage.show();
    stage.centerOnScreen();
    box.requestFocus();
  }

  // ---- the frame

  private Button libraryButton() {
    Button browse = new Button("Browse the library", new FontIcon(Feather.BOOK_OPEN));
    browse.setOnAction(event -> showLibrary());
    return browse;
  }

  private Map<KeyCombination, Runnable> keys() {
    return Map.ofEntries(
        Map.entry(shortcut(KeyCode.K), this::focusBox),
        Map.entry(shortcut(KeyCode.O), this::chooseFolder),
        Map.entry(shortcut(KeyCode.V), this::pasteAnywhere),
        Map.entry(shortcut(KeyCode.DIGIT1), () -> navigation.go(new Place.Start())),
        Map.entry(shortcut(KeyCode.DIGIT2), () -> goToFindings()),
        Map.entry(shortcut(KeyCode.DIGIT3), this::showLibrary),
        Map.entry(shortcut(KeyCode.PLUS), () -> zoom(1)),
        Map.entry(shortcut(KeyCode.EQUALS), () -> zoom(1)),
        Map.entry(shortcut(KeyCode.MINUS), () -> zoom(-1)),
        Map.entry(shortcut(KeyCode.DIGIT0), this::unzoom),
        Map.entry(alt(KeyCode.LEFT), navigation::back),
        Map.entry(alt(KeyCode.RIGHT), navigation::forward),
        Map.entry(new KeyCodeCombination(KeyCode.F5), examinations::again),
        Map.entry(new KeyCodeCombination(KeyCode.F8), () -> findings.step(1)),
        Map.entry(
            new KeyCodeCombination(KeyCode.F8, KeyCombination.SHIFT_DOWN), () -> findings.step(-1)),
        Map.entry(new KeyCodeCombination(KeyCode.F1), this::showKeys));
  }

  private static KeyCombination shortcut(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination alt(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.ALT_DOWN);
  }

  // ---- places

  private void arrive(Place place) {
    switch (place) {
      case Place.Start() -> {
        typed.set("");
        frame.setCenter(start);
      }
      case Place.Findings(Optional<String> finding) -> {
        typed.set("");
        findings.show(finding);
        frame.setCenter(findings);
      }
      case Place.Library(Optional<String> topic) -> {
        typed.set("");
        topics.show(topic);
        frame.setCenter(topics);
      }
      case Place.Log() -> {
        typed.set("");
        frame.setCenter(log);
      }
      case Place.Search(String query, Optional<String> topic) -> {
        typed.set(query);
        library.search(query);
        results.show(topic);
        frame.setCenter(results);
      }
    }
  }

  @Override
  public void showLibrary() {
    navigation.go(noTopic());
  }

  private static Place noTopic() {
    return new Place.Library(Optional.empty());
  }

  private void goToFindings() {
    navigation.go(new Place.Findings(Optional.empty()));
  }

  @Override
  public void openTopic(String topicId) {
    navigation.go(new Place.Library(Optional.of(topicId)));
  }

  private void chooseResult(String topicId) {
    if (navigation.place() instanceof Place.Search(String query, Optional<String> before)) {
      navigation.replace(new Place.Search(query, Optional.of(topicId)));
    }
  }

  @Override
  public void chosen(String findingId) {
    navigation.replace(new Place.Findings(Optional.of(findingId)));
  }

  // ---- the box

  private void typedChanged(String text) {
    switch (BoxInput.of(text)) {
      case BoxInput.Words(String words) -> searchFor(words);
      case BoxInput.Folder folder -> {}
      case BoxInput.Nothing() -> {
        if (navigation.place() instanceof Place.Search) navigation.back();
      }
    }
  }

  private void searchFor(String words) {
    Place next = new Place.Search(words, Optional.empty());
    switch (navigation.place()) {
      case Place.Search(String query, Optional<String> topic) -> {
        if (!query.equals(words)) navigation.replace(next);
      }
      default -> {
        navigation.go(next);
        box.requestFocus();
        box.positionCaret(box.getLength());
      }
    }
  }

  @Override
  public void open() {
    switch (BoxInput.of(typed.get())) {
      case BoxInput.Words words -> results.first().ifPresent(this::chooseResult);
      case BoxInput.Folder(Path folder) -> examine(folder);
      case BoxInput.Nothing() -> {}
    }
  }

  @Override
  public void moveIntoList() {
    if (navigation.place() instanceof Place.Search) results.enterList();
  }

  @Override
  public void clear() {
    typed.set("");
  }

  @Override
  public void readLog(String pasted) {
    logs.explain(pasted);
    navigation.go(new Place.Log());
  }

  private void pasteAnywhere() {
    String pasted = Clipboard.getSystemClipboard().getString();
    if (pasted != null && !pasted.isBlank()) readLog(pasted);
  }

  private void focusBox() {
    box.requestFocus();
    box.selectAll();
  }

  // ---- the project

  @Override
  public void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Choose a project folder");
    File folder = chooser.showDialog(stage);
    if (folder != null) examine(folder.toPath());
  }

  @Override
  public void checkProject() {
    switch (examinations.stateProperty().get()) {
      case ExaminationState.Nothing() -> chooseFolder();
      default -> {
        examinations.again();
        goToFindings();
      }
    }
  }

  @Override
  public void examine(Path folder) {
    examinations.examine(folder);
    goToFindings();
  }

  private void examinationChanged(ExaminationState state) {
    if (state instanceof ExaminationState.Done(Path source, Examination examination)) {
      String path = source.toAbsolutePath().normalize().toString();
      remember(
          settings.examined(
              new RecentProject(path, Summary.findings(examination, examination.findings()))));
    }
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    if (!files.isEmpty()) Platform.runLater(() -> drop(files.getFirst().toPath()));
  }

  /** Takes what was dropped on the window: a project folder, its manifest, a snapshot, or a log. */
  void drop(Path dropped) {
    String name = String.valueOf(dropped.getFileName());
    if (Files.isDirectory(dropped) || name.endsWith(".toml") || name.endsWith(".json")) {
      examine(dropped);
      return;
    }
    try {
      readLog(TextFiles.read(dropped));
    } catch (UnreadableFileException e) {
      status.say(name + " " + e.reason() + ". Drop a project folder, a snapshot or a log.");
    }
  }

  // ---- how it looks

  @Override
  public void zoom(int steps) {
    remember(settings.zoomed(steps));
  }

  private void unzoom() {
    remember(settings.unzoomed());
  }

  @Override
  public void switchTheme() {
    remember(settings.with(Theme.opposite(appearance.isDark())));
  }

  @Override
  public void showKeys() {
    overlay.show(new KeysSheet());
  }

  private void remember(Settings changed) {
    settings = changed;
    settingsFile.write(changed);
    appearance.wear(changed);
    header.offer(changed.recent());
    start.showRecent(changed.recent());
  }
}
