package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.desktop.model.BoxInput;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import io.github.pyo3doctor.desktop.model.Settings;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.desktop.model.SettingsFile;
import io.github.pyo3doctor.desktop.model.Theme;
import io.github.pyo3doctor.report.Counted;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window: the box and the project above, the places on the left, the place in the middle. */
public final class DoctorWindow
    implements StartView.Actions, FindingsView.Actions, StatusBar.Actions, SearchBox.Actions {
  private static final String STYLES =
      Objects.requireNonNull(DoctorWindow.class.getResource("desktop.css")).toExternalForm();

  private static final int LONGEST_NAME = 28;

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
  private final StatusBar status;
  private final BorderPane frame = new BorderPane();
  private final ModalPane overlay = new ModalPane();
  private final Button errors = new Button();
  private final Button warnings = new Button();
  private final MenuButton project = new MenuButton("No project");

  /** The window on a stage that is not shown yet. */
  public DoctorWindow(
      Stage stage,
      LibraryModel library,
      ExaminationModel examinations,
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
    this.status = new StatusBar(examinations, this);
  }

  /** Shows the window. */
  public void show() {
    // A sheet that slides in leaves traces behind on slow displays.
    overlay.setInTransitionFactory(null);
    overlay.setOutTransitionFactory(null);
    frame.setTop(header());
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
    applyTheme();
    applyZoom();
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

  private Node header() {
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setId("box");
    project.setGraphic(new FontIcon(Feather.FOLDER));
    project.setId("project-menu");
    project.setMnemonicParsing(false);
    project.setMinWidth(Region.USE_PREF_SIZE);
    project.setOnShowing(event -> project.getItems().setAll(projectItems()));
    Button again = iconButton(Feather.REFRESH_CW, "Check again (F5)", examinations::again);
    again
        .disableProperty()
        .bind(examinations.stateProperty().map(s -> s instanceof ExaminationState.Nothing));
    HBox header =
        new HBox(backButton(), forwardButton(), box, project, count(errors, Severity.ERROR));
    header.getChildren().addAll(count(warnings, Severity.WARNING), again);
    header.setAlignment(Pos.CENTER);
    header.getStyleClass().add("header");
    return header;
  }

  private Node backButton() {
    Button back = iconButton(Feather.ARROW_LEFT, "Back (Alt ←)", navigation::back);
    back.setId("back");
    back.disableProperty().bind(navigation.canGoBackProperty().not());
    return back;
  }

  private Node forwardButton() {
    Button forward = iconButton(Feather.ARROW_RIGHT, "Forward (Alt →)", navigation::forward);
    forward.disableProperty().bind(navigation.canGoForwardProperty().not());
    return forward;
  }

  private Node count(Button button, Severity severity) {
    button.setGraphic(new SeverityIcon(severity));
    button.getStyleClass().addAll(Styles.FLAT, "count");
    button.setOnAction(event -> navigation.go(new Place.Findings(Optional.empty())));
    button.setVisible(false);
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private static Button iconButton(Feather icon, String tip, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Button libraryButton() {
    Button browse = new Button("Browse the library", new FontIcon(Feather.BOOK_OPEN));
    browse.setOnAction(event -> navigation.go(new Place.Library(Optional.empty())));
    return browse;
  }

  private List<MenuItem> projectItems() {
    List<MenuItem> items = new ArrayList<>();
    MenuItem choose = new MenuItem("Choose project folder…", new FontIcon(Feather.FOLDER));
    choose.setOnAction(event -> chooseFolder());
    items.add(choose);
    for (RecentProject recent : settings.recent()) {
      MenuItem item = new MenuItem(MiddleShortened.path(recent.path(), 60));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> examine(Path.of(recent.path())));
      items.add(item);
    }
    return items;
  }

  private Map<KeyCombination, Runnable> keys() {
    return Map.ofEntries(
        Map.entry(shortcut(KeyCode.K), this::focusBox),
        Map.entry(shortcut(KeyCode.O), this::chooseFolder),
        Map.entry(shortcut(KeyCode.DIGIT1), () -> navigation.go(new Place.Start())),
        Map.entry(shortcut(KeyCode.DIGIT2), () -> goToFindings()),
        Map.entry(shortcut(KeyCode.DIGIT3), () -> navigation.go(noTopic())),
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
      case Place.Search(String query, Optional<String> topic) -> {
        typed.set(query);
        library.search(query);
        results.show(topic);
        frame.setCenter(results);
      }
    }
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
  public void examine(Path folder) {
    examinations.examine(folder);
    goToFindings();
  }

  private void examinationChanged(ExaminationState state) {
    switch (state) {
      case ExaminationState.Nothing() -> {}
      case ExaminationState.Running running -> begun(running.source());
      case ExaminationState.Cancelled cancelled -> begun(cancelled.source());
      case ExaminationState.Failed failed -> begun(failed.source());
      case ExaminationState.Done(Path source, Examination examination) ->
          examined(source, examination);
    }
  }

  private void begun(Path source) {
    Path name = source.toAbsolutePath().normalize().getFileName();
    project.setText(
        MiddleShortened.path(name == null ? source.toString() : name.toString(), LONGEST_NAME));
    errors.setVisible(false);
    warnings.setVisible(false);
  }

  private void examined(Path source, Examination examination) {
    showCount(errors, examination, Severity.ERROR);
    showCount(warnings, examination, Severity.WARNING);
    settings =
        settings.examined(
            new RecentProject(
                source.toAbsolutePath().normalize().toString(), verdict(examination)));
    remember(settings);
    start.showRecent(settings.recent());
  }

  private static void showCount(Button button, Examination examination, Severity severity) {
    long count = examination.count(severity);
    button.setText(String.valueOf(count));
    button.setVisible(count > 0);
    button.setTooltip(new Tooltip(Counted.of(count, severity.word())));
  }

  private static String verdict(Examination examination) {
    for (Severity severity : Severity.values()) {
      long count = examination.count(severity);
      if (count > 0) return Counted.of(count, severity.word());
    }
    return "nothing wrong found";
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

  /** Takes what was dropped on the window: a project folder, its manifest, or a snapshot. */
  void drop(Path dropped) {
    String name = String.valueOf(dropped.getFileName());
    if (Files.isDirectory(dropped) || name.endsWith(".toml") || name.endsWith(".json")) {
      examine(dropped);
    } else {
      status.say("Drop a project folder, its Cargo.toml or a snapshot; " + name + " is none.");
    }
  }

  // ---- how it looks

  @Override
  public void zoom(int steps) {
    remember(settings.zoomed(steps));
    applyZoom();
  }

  private void unzoom() {
    remember(settings.unzoomed());
    applyZoom();
  }

  private void applyZoom() {
    double size = 14 * settings.zoomPercent() / 100.0;
    frame.setStyle("-fx-font-size: " + size + "px;");
  }

  @Override
  public void switchTheme() {
    remember(settings.with(Theme.opposite(isDark())));
    applyTheme();
  }

  private void applyTheme() {
    Application.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private boolean isDark() {
    return switch (settings.theme()) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  @Override
  public void showKeys() {
    overlay.show(new KeysSheet());
  }

  private void remember(Settings changed) {
    settings = changed;
    settingsFile.write(changed);
  }
}
