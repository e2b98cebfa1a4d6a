package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.BoxModel;
import io.github.pyo3doctor.desktop.model.Dropped;
import io.github.pyo3doctor.desktop.model.LogReading;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import io.github.pyo3doctor.desktop.model.Settings;
import io.github.pyo3doctor.symptoms.ReadAs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window: the box and the project above, the places on the left, the place in the middle. */
public final class DoctorWindow
    implements Middle.Actions, HeaderBar.Actions, WindowKeys.Actions, Intake.Actions {
  private static final String STYLES =
      Objects.requireNonNull(DoctorWindow.class.getResource("desktop.css")).toExternalForm();

  /** Of the sheet of keys, in widths of a letter. */
  private static final double WIDEST_KEYS = 36;

  private final Stage stage;
  private final Models models;
  private final Navigation navigation = new Navigation();
  private final ProjectDesk projects;
  private final Reader reader;
  private final GuidedDesk guided;

  private final BoxModel boxModel = new BoxModel(Files::exists);
  private final Intake intake = new Intake(boxModel, this);
  private final SearchBox box = new SearchBox(boxModel, intake);
  private final Middle middle;
  private final Notice notice = new Notice();
  private final BorderPane frame = new BorderPane();
  private final Sheets sheets = new Sheets(frame);

  /** The window on a stage that is not shown yet. */
  public DoctorWindow(Stage stage, Models models, Links external) {
    this.stage = stage;
    this.models = models;
    this.projects = new ProjectDesk(stage, models, navigation);
    this.reader = new Reader(navigation, external);
    this.guided = new GuidedDesk(stage, models, navigation, projects);
    new ChangeSheets(sheets, models.fixes());
    this.middle =
        new Middle(
            models, boxModel, new SearchBox(boxModel, intake), reader, guided, external, this);
  }

  /** Shows the window. */
  public void show() {
    Settings start = models.settings().settings();
    Scene scene = new Scene(sheets, start.width(), start.height());
    Appearance appearance = new Appearance(sheets);
    HeaderBar header = new HeaderBar(box, navigation, models, this);
    PlaceButtons places = new PlaceButtons(navigation, models.guided());
    frame.setTop(new VBox(header, notice));
    frame.setLeft(places);
    frame.setCenter(middle);
    frame.setBottom(new StatusBar(models, appearance, this::showKeys));
    scene.getStylesheets().add(STYLES);
    WindowKeys.of(navigation, models.settings(), this)
        .forEach((key, action) -> scene.getAccelerators().put(key, () -> unlessCovered(action)));
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED, event -> unlessCovered(() -> WindowKeys.turn(event, this)));
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    intake.listenTo(scene);
    navigation.placeProperty().subscribe(this::arrive);
    frame.widthProperty().subscribe(width -> places.fitIn(appearance.ems(width.doubleValue())));
    models
        .settings()
        .settingsProperty()
        .subscribe(
            now -> {
              appearance.wear(now);
              places.fitIn(appearance.ems(frame.getWidth()));
              header.offer(now.recent());
              middle.showRecent(now.recent());
            });
    stage.setTitle("PyO3 Doctor");
    stage.setMinWidth(640);
    stage.setMinHeight(480);
    stage.setScene(scene);
    stage.setOnHidden(
        event -> models.settings().change(now -> now.sized(scene.getWidth(), scene.getHeight())));
    stage.show();
    stage.centerOnScreen();
    middle.takeKeyboard();
  }

  // ---- the frame

  @Override
  public void step(int by) {
    middle.step(by);
  }

  @Override
  public void again() {
    switch (navigation.place()) {
      case Place.Loader() -> models.inspections().again();
      case Place.Machine() -> lookAtMachine();
      case Place.Check check -> guided.again();
      default -> models.examinations().again();
    }
  }

  @Override
  public void turn(int by) {
    middle.turn(by);
  }

  @Override
  public void find() {
    middle.find();
  }

  /** Escape closes the topmost thing. */
  private void pressed(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE) return;
    if (sheets.isOpen()) sheets.close();
    else if (!notice.hide()) middle.stopFinding();
  }

  private void unlessCovered(Runnable action) {
    if (!sheets.isOpen()) action.run();
  }

  @Override
  public void showKeys() {
    KeysSheet sheet = new KeysSheet(sheets::close);
    sheets.keepTall(sheet, sheet.scroller());
    sheets.keepWide(sheet, WIDEST_KEYS);
    sheets.open(sheet, sheet.first(), () -> {});
  }

  @Override
  public void offerChange() {
    middle.offerChange();
  }

  @Override
  public void resumeCheck() {
    guided.resume();
  }

  @Override
  public boolean guide(Dropped dropped) {
    return guided.take(dropped);
  }

  @Override
  public boolean guide(String log) {
    return guided.take(log);
  }

  @Override
  public void say(String text) {
    notice.say(text);
  }

  // ---- places

  private void arrive(Place place) {
    notice.hide();
    middle.show(place);
    switch (place) {
      case Place.Log log -> models.logs().shownProperty().get().ifPresent(this::showInBox);
      case Place.Search(String query, Optional<Place.Found> chosen) -> {
        if (!boxModel.textProperty().get().equals(query)) {
          boxModel.show(query, new ReadAs.Words(query, "searched for before"));
        }
        if (chosen.isEmpty()) continueTyping();
      }
      default -> boxModel.clear();
    }
  }

  /** So that the chip says how it was read, and reads it otherwise. */
  private void showInBox(LogReading reading) {
    if (reading.file().isPresent()) {
      Path file = reading.file().get();
      boxModel.show(file.toString(), new ReadAs.Place(file, "it is a file"));
      return;
    }
    String pasted = reading.text().whole();
    boolean shown = boxModel.reading() instanceof ReadAs.Log log && log.text().equals(pasted);
    if (!shown) boxModel.show(pasted, new ReadAs.Log(pasted, "read as one before"));
  }

  @Override
  public void showLibrary() {
    reader.openLibrary();
  }

  @Override
  public void openTopic(String topicId) {
    reader.openTopic(topicId);
  }

  @Override
  public void choose(Place.Found found) {
    if (navigation.place() instanceof Place.Search(String query, Optional<Place.Found> before)) {
      navigation.replace(new Place.Search(query, Optional.of(found)));
    }
  }

  @Override
  public void chosen(String findingId) {
    navigation.replace(new Place.Findings(Optional.of(findingId)));
  }

  // ---- what is put in

  @Override
  public void offer(Path path) {
    if (navigation.place() instanceof Place.Search) middle.results().offer(Optional.of(path));
  }

  @Override
  public void search(String words) {
    middle.results().offer(Optional.empty());
    Place next = new Place.Search(words, Optional.empty());
    switch (navigation.place()) {
      case Place.Search(String query, Optional<Place.Found> chosen) -> {
        if (!query.equals(words)) navigation.replace(next);
      }
      default -> navigation.go(next);
    }
  }

  private void continueTyping() {
    if (box.isFocused()) return;
    box.requestFocus();
    box.positionCaret(box.getLength());
  }

  @Override
  public void openFirst() {
    middle.results().openFirst();
  }

  @Override
  public void moveIntoList() {
    if (navigation.place() instanceof Place.Search) middle.results().enterList();
  }

  @Override
  public void leaveSearch() {
    if (navigation.place() instanceof Place.Search) navigation.back();
  }

  @Override
  public void readLog(String pasted) {
    navigation.go(new Place.Log(models.logs().explain(pasted)));
  }

  @Override
  public void readLog(Path file) {
    navigation.go(new Place.Log(models.logs().explain(file)));
  }

  @Override
  public void readAgain(LogReading log) {
    guided.openLog(log);
  }

  @Override
  public void pasteAnywhere() {
    intake.pasteAnywhere();
  }

  @Override
  public void readOtherwise() {
    intake.readOtherwise();
  }

  @Override
  public void focusBox() {
    if (navigation.place() instanceof Place.Start) {
      middle.takeKeyboard();
    } else {
      box.requestFocus();
      box.selectAll();
    }
  }

  // ---- the project

  @Override
  public void chooseFolder() {
    projects.choose(projects::examine);
  }

  @Override
  public void examine(Path folder) {
    projects.examine(folder);
  }

  @Override
  public void inspect(Path file) {
    guided.inspect(file);
  }

  @Override
  public void chooseBinary() {
    guided.chooseFile("Choose a program, a library or a wheel", this::inspect);
  }

  @Override
  public void checkMachine() {
    guided.checkMachine();
  }

  @Override
  public void lookAtMachine() {
    models.machines().look(models.examinations().source());
  }

  @Override
  public void checkFor(String topicId) {
    reader.checkFor(topicId);
  }

  /** All that is shown. */
  Scene scene() {
    return sheets.getScene();
  }

  /** Goes from what is read to what it leads to. */
  Reader reader() {
    return reader;
  }

  /** Takes what was dropped on the window. */
  void drop(List<Path> dropped) {
    intake.drop(dropped);
  }

  /** Takes what was pasted, wherever. */
  void paste(String text) {
    intake.pasted(text);
  }
}
