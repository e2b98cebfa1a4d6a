package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.ModalPane;
import io.github.pyo3doctor.desktop.model.BoxModel;
import io.github.pyo3doctor.desktop.model.Editor;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.FixState;
import io.github.pyo3doctor.desktop.model.InspectionModel;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.LogModel;
import io.github.pyo3doctor.desktop.model.LogReading;
import io.github.pyo3doctor.desktop.model.MachineModel;
import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import io.github.pyo3doctor.desktop.model.SettingsModel;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.fix.FixPlan;
import io.github.pyo3doctor.symptoms.ReadAs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window: the box and the project above, the places on the left, the place in the middle. */
public final class DoctorWindow
    implements StartView.Actions,
        FindingsView.Actions,
        HeaderBar.Actions,
        LogView.Actions,
        LoaderView.Actions,
        CheckView.Actions,
        WindowKeys.Actions,
        Intake.Actions {
  private static final String STYLES =
      Objects.requireNonNull(DoctorWindow.class.getResource("desktop.css")).toExternalForm();

  private static final double SHEET_SHARE = 0.9;

  private final Stage stage;
  private final Navigation navigation = new Navigation();
  private final Doctor doctor;
  private final LibraryModel library;
  private final ExaminationModel examinations;
  private final SettingsModel settings;
  private final FixModel fixes;
  private final LogModel logs;
  private final InspectionModel inspections;
  private final MachineModel machines;
  private final ProjectDesk projects;
  private final Reader reader;

  private final BoxModel boxModel = new BoxModel(Files::exists);
  private final Intake intake = new Intake(boxModel, this);
  private final SearchBox box = new SearchBox(boxModel, intake);
  private final StartView start;
  private final FindingsView findings;
  private final LibraryView topics;
  private final SearchView results;
  private final LogView log;
  private final LoaderView loader;
  private final MachineView machine;
  private final CheckView check = new CheckView(this);
  private final Notice notice = new Notice();
  private final BorderPane frame = new BorderPane();
  private final ModalPane overlay = new ModalPane();

  /** The window on a stage that is not shown yet. */
  public DoctorWindow(
      Stage stage,
      Doctor doctor,
      LibraryModel library,
      ExaminationModel examinations,
      FixModel fixes,
      LogModel logs,
      InspectionModel inspections,
      MachineModel machines,
      SettingsModel settings,
      Links external) {
    this.stage = stage;
    this.doctor = doctor;
    this.library = library;
    this.examinations = examinations;
    this.fixes = fixes;
    this.logs = logs;
    this.inspections = inspections;
    this.machines = machines;
    this.settings = settings;
    this.projects =
        new ProjectDesk(
            stage, examinations, doctor.checkedTopics(), library.guides(), navigation, settings);
    this.reader = new Reader(navigation, projects, external);
    this.start = new StartView(new SearchBox(boxModel, intake), library.topics(), this);
    SourceFiles files = new SourceFiles(Editor.of(System.getenv()), external::follow);
    this.findings = new FindingsView(examinations, library, fixes, files, this);
    this.topics = new LibraryView(library, reader);
    this.results = new SearchView(library, reader, this::chooseResult, libraryButton());
    this.loader = new LoaderView(inspections, this);
    this.machine = new MachineView(machines, this::lookAtMachine);
    this.log = new LogView(logs, library, new TopicPane(library, reader, new Region()), this);
  }

  /** Shows the window. */
  public void show() {
    // A sheet that slides in leaves traces behind on slow displays.
    overlay.setInTransitionFactory(null);
    overlay.setOutTransitionFactory(null);
    HeaderBar header = new HeaderBar(box, navigation, examinations, this);
    StackPane all = new StackPane(frame, overlay);
    Appearance appearance = new Appearance(all);
    frame.setTop(new VBox(header, notice));
    frame.setLeft(new PlaceButtons(navigation));
    frame.setBottom(new StatusBar(examinations, settings, appearance, this::showKeys));
    Scene scene = new Scene(all, settings.settings().width(), settings.settings().height());
    scene.getStylesheets().add(STYLES);
    scene.getAccelerators().putAll(WindowKeys.of(navigation, settings, this));
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    intake.listenTo(scene);
    navigation.placeProperty().subscribe(this::arrive);
    fixes.stateProperty().subscribe(this::showChange);
    overlay.displayProperty().subscribe(this::forgetOffer);
    settings
        .settingsProperty()
        .subscribe(
            now -> {
              appearance.wear(now);
              header.offer(now.recent());
              start.showRecent(now.recent());
            });
    stage.setTitle("PyO3 Doctor");
    stage.setMinWidth(640);
    stage.setMinHeight(480);
    stage.setScene(scene);
    stage.setOnHidden(
        event -> settings.change(now -> now.sized(scene.getWidth(), scene.getHeight())));
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

  @Override
  public void step(int by) {
    if (navigation.place() instanceof Place.Log) log.step(by);
    else findings.step(by);
  }

  @Override
  public void again() {
    switch (navigation.place()) {
      case Place.Loader() -> inspections.again();
      case Place.Machine() -> lookAtMachine();
      default -> examinations.again();
    }
  }

  @Override
  public void turn(int by) {
    if (frame.getCenter() == topics) topics.turn(by);
  }

  @Override
  public void find() {
    if (frame.getCenter() instanceof Findable page) page.find();
  }

  /** Escape closes the topmost thing. */
  private void pressed(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE || notice.hide()) return;
    if (frame.getCenter() instanceof Findable page) page.stopFinding();
  }

  @Override
  public void showKeys() {
    overlay.show(new KeysSheet());
  }

  @Override
  public void offerChange() {
    if (frame.getCenter() == findings) findings.offerChange();
  }

  private void showChange(FixState state) {
    if (!(state instanceof FixState.Offered(FixPlan plan))) return;
    Runnable close = () -> overlay.hide(true);
    Runnable write =
        () -> {
          close.run();
          fixes.write(plan);
        };
    DiffSheet sheet = new DiffSheet(plan, write, close);
    sheet.fitWithin(overlay.heightProperty().multiply(SHEET_SHARE));
    sheet.maxWidthProperty().bind(overlay.widthProperty().multiply(SHEET_SHARE));
    overlay.show(sheet);
  }

  /** A change whose sheet was closed, however, is not going to be written. */
  private void forgetOffer(boolean shown) {
    if (!shown && fixes.stateProperty().get() instanceof FixState.Offered) fixes.dismiss();
  }

  @Override
  public void say(String text) {
    notice.say(text);
  }

  // ---- places

  private void arrive(Place place) {
    notice.hide();
    switch (place) {
      case Place.Start() -> {
        boxModel.clear();
        frame.setCenter(start);
      }
      case Place.Findings(Optional<String> finding) -> {
        boxModel.clear();
        findings.show(finding);
        frame.setCenter(findings);
      }
      case Place.Loader() -> {
        boxModel.clear();
        frame.setCenter(loader);
      }
      case Place.Machine() -> {
        boxModel.clear();
        frame.setCenter(machine);
      }
      case Place.Library(Optional<String> topic) -> {
        boxModel.clear();
        topics.show(topic);
        frame.setCenter(topics);
      }
      case Place.Guide(Optional<String> id) -> {
        boxModel.clear();
        topics.showOfficial(id);
        frame.setCenter(topics);
      }
      case Place.Check(String topic) -> {
        boxModel.clear();
        showCheck(topic);
        frame.setCenter(check);
      }
      case Place.Log(int number) -> {
        logs.show(number);
        logs.shownProperty().get().ifPresent(this::showInBox);
        frame.setCenter(log);
      }
      case Place.Search(String query, Optional<Place.Found> chosen) -> {
        if (!boxModel.textProperty().get().equals(query)) {
          boxModel.show(query, new ReadAs.Words(query, "searched for before"));
        }
        library.search(query);
        results.show(chosen);
        frame.setCenter(results);
      }
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

  private void showCheck(String topicId) {
    library
        .topic(topicId)
        .ifPresent(
            topic -> check.show(topic, doctor.questions(topicId), settings.settings().recent()));
  }

  @Override
  public void showLibrary() {
    reader.openLibrary();
  }

  @Override
  public void openTopic(String topicId) {
    reader.openTopic(topicId);
  }

  private void chooseResult(Place.Found found) {
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
  public void search(String words) {
    Place next = new Place.Search(words, Optional.empty());
    switch (navigation.place()) {
      case Place.Search(String query, Optional<Place.Found> chosen) -> {
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
  public void openFirst() {
    results.first().ifPresent(this::chooseResult);
  }

  @Override
  public void moveIntoList() {
    if (navigation.place() instanceof Place.Search) results.enterList();
  }

  @Override
  public void leaveSearch() {
    if (navigation.place() instanceof Place.Search) navigation.back();
  }

  @Override
  public void readLog(String pasted) {
    navigation.go(new Place.Log(logs.explain(pasted)));
  }

  @Override
  public void readLog(Path file) {
    navigation.go(new Place.Log(logs.explain(file)));
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
    box.requestFocus();
    box.selectAll();
  }

  // ---- the project

  @Override
  public void chooseFolder() {
    projects.choose(projects::examine);
  }

  @Override
  public void chooseFolderFor(String topicId) {
    projects.choose(folder -> projects.examineFor(topicId, folder));
  }

  @Override
  public void examine(Path folder) {
    projects.examine(folder);
  }

  @Override
  public void examineFor(String topicId, Path folder) {
    projects.examineFor(topicId, folder);
  }

  @Override
  public void inspect(Path file) {
    inspections.inspect(file);
    navigation.go(new Place.Loader());
  }

  @Override
  public void chooseBinary() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Choose a program, a library or a wheel");
    File file = chooser.showOpenDialog(stage);
    if (file != null) inspect(file.toPath());
  }

  @Override
  public void checkMachine() {
    lookAtMachine();
    navigation.go(new Place.Machine());
  }

  private void lookAtMachine() {
    machines.look(examinations.source());
  }

  @Override
  public void checkProject() {
    projects.examine();
  }

  @Override
  public void checkFor(String topicId) {
    projects.checkFor(topicId);
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
