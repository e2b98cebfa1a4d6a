package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.BoxModel;
import io.github.pyo3doctor.desktop.model.Editor;
import io.github.pyo3doctor.desktop.model.GuidedCheck;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.Place;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.faq.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The middle of the window: the view of the place where the user is. */
final class Middle extends StackPane {
  private final Models models;
  private final StartView start;
  private final FindingsView findings;
  private final LibraryView library;
  private final SearchView results;
  private final LogView log;
  private final LoaderView loader;
  private final MachineView machine;
  private final Map<GuidedCheck, GuidedView> checks = new HashMap<>();
  private final SourceFiles files;
  private final GuidedView.Actions guided;
  private Optional<Node> shown = Optional.empty();

  /** What can be done from all its views together. */
  interface Actions
      extends StartView.Actions, FindingsView.Actions, LogView.Actions, LoaderView.Actions {
    /** The user chose one of the things that a search found. */
    void choose(Place.Found found);

    /** Looks at this machine. */
    void lookAtMachine();
  }

  /**
   * Nothing yet.
   *
   * @param boxModel what is in the one box
   * @param box the box as the start page has it
   * @param reader goes to what an article leads to
   * @param guided goes from guided checks to what they lead to
   * @param external opens what is outside the window
   */
  Middle(
      Models models,
      BoxModel boxModel,
      SearchBox box,
      Reader reader,
      GuidedView.Actions guided,
      Links external,
      Actions actions) {
    this.models = models;
    LibraryModel topics = models.library();
    this.files = new SourceFiles(Editor.of(System.getenv()), external::follow);
    this.start = new StartView(box, topics.topics(), actions);
    this.findings = new FindingsView(models, files, actions);
    this.library = new LibraryView(topics, reader);
    this.results =
        new SearchView(
            topics, reader, boxModel, actions::choose, libraryButton(actions::showLibrary));
    this.loader = new LoaderView(models.inspections(), actions);
    this.machine = new MachineView(models.machines(), actions::lookAtMachine);
    TopicPane article = new TopicPane(topics, reader, new Region());
    this.log = new LogView(models.logs(), topics, article, actions);
    this.guided = guided;
  }

  private static Button libraryButton(Runnable showLibrary) {
    Button browse = new Button("Browse the library", new FontIcon(Feather.BOOK_OPEN));
    browse.setOnAction(event -> showLibrary.run());
    return browse;
  }

  /** Shows a place. A view that was not there before takes the keyboard. */
  void show(Place place) {
    Node view = view(place);
    if (shown.filter(view::equals).isPresent()) return;
    shown = Optional.of(view);
    getChildren().setAll(view);
    takeKeyboard();
  }

  private Node view(Place place) {
    return switch (place) {
      case Place.Start() -> start;
      case Place.Loader() -> loader;
      case Place.Machine() -> machine;
      case Place.Findings(Optional<String> finding) -> {
        findings.show(finding);
        yield findings;
      }
      case Place.Library(Optional<String> topic) -> {
        library.show(topic);
        yield library;
      }
      case Place.Guide(Optional<String> id) -> {
        library.showOfficial(id);
        yield library;
      }
      case Place.Check(String topic) ->
          models.library().topic(topic).<Node>map(this::check).orElse(library);
      case Place.Log(int number) -> {
        models.logs().show(number);
        yield log;
      }
      case Place.Search(String query, Optional<Place.Found> chosen) -> {
        models.library().search(query);
        results.show(query, chosen);
        yield results;
      }
    };
  }

  private GuidedView check(Topic topic) {
    return checks.computeIfAbsent(
        models.guided().check(topic), of -> new GuidedView(of, models, files, guided));
  }

  /** Shows the projects examined before. */
  void showRecent(List<RecentProject> recent) {
    start.showRecent(recent);
  }

  /** Moves the keyboard to where one goes on from in this place. */
  void takeKeyboard() {
    if (shown.orElse(this) instanceof Focusable view) view.takeKeyboard();
  }

  /** What the search has found, and what Enter does. */
  SearchView results() {
    return results;
  }

  /** Goes to the next finding or marked line, or to the one before. */
  void step(int by) {
    if (is(log)) log.step(by);
    else if (shown.orElse(this) instanceof GuidedView check) check.step(by);
    else findings.step(by);
  }

  /** Opens the next article, or the one before. */
  void turn(int by) {
    if (is(library)) library.turn(by);
  }

  /** Opens the bar that searches the page. */
  void find() {
    if (shown.orElse(this) instanceof Findable page) page.find();
  }

  /** Closes the bar that searches the page. */
  void stopFinding() {
    if (shown.orElse(this) instanceof Findable page) page.stopFinding();
  }

  /** Shows the change that mends the chosen finding. */
  void offerChange() {
    if (is(findings)) findings.offerChange();
    else if (shown.orElse(this) instanceof GuidedView check) check.offerChange();
  }

  private boolean is(Node view) {
    return shown.filter(view::equals).isPresent();
  }
}
