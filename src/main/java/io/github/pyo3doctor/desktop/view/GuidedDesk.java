package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.Dropped;
import io.github.pyo3doctor.desktop.model.GuidedCheck;
import io.github.pyo3doctor.desktop.model.GuidedPlan;
import io.github.pyo3doctor.desktop.model.GuidedStep;
import io.github.pyo3doctor.desktop.model.LogReading;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Goes to and from guided checks, and gives the one that is shown what is dropped on it. */
final class GuidedDesk implements GuidedView.Actions {
  private final Window window;
  private final Models models;
  private final Navigation navigation;
  private final ProjectDesk projects;

  /**
   * A desk.
   *
   * @param window above which files are asked for
   */
  GuidedDesk(Window window, Models models, Navigation navigation, ProjectDesk projects) {
    this.window = window;
    this.models = models;
    this.navigation = navigation;
    this.projects = projects;
  }

  /** Goes to the guided check that was shown last, if there is one. */
  void resume() {
    models
        .guided()
        .latestProperty()
        .get()
        .ifPresent(check -> navigation.go(new Place.Check(check.plan().topic().id())));
  }

  /** Runs the checks of the guided check that is shown once more. */
  void again() {
    shown().ifPresent(GuidedCheck::start);
  }

  /** Gives what was dropped to the guided check that is shown; whether it has a use for it. */
  boolean take(Dropped dropped) {
    Optional<GuidedCheck> check = shown();
    if (check.isEmpty()) return false;
    GuidedPlan plan = check.get().plan();
    switch (dropped) {
      case Dropped.Project(Path path) when plan.has(GuidedStep.PROJECT) -> check.get().choose(path);
      case Dropped.Binary(Path file) when plan.has(GuidedStep.BINARY) -> check.get().inspect(file);
      case Dropped.Log(Path file) when readsText(plan) -> check.get().read(file);
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * Gives output that was pasted to the guided check that is shown; whether it has a use for it.
   */
  boolean take(String log) {
    Optional<GuidedCheck> check = shown().filter(of -> readsText(of.plan()));
    check.ifPresent(of -> of.read(log));
    return check.isPresent();
  }

  private static boolean readsText(GuidedPlan plan) {
    return plan.has(GuidedStep.OUTPUT) || plan.has(GuidedStep.PROCESS);
  }

  private Optional<GuidedCheck> shown() {
    return navigation.place() instanceof Place.Check
        ? models.guided().latestProperty().get()
        : Optional.empty();
  }

  @Override
  public void chooseFolder(Consumer<Path> chosen) {
    projects.choose(chosen);
  }

  @Override
  public void chooseFile(String title, Consumer<Path> chosen) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    File file = chooser.showOpenDialog(window);
    if (file != null) chosen.accept(file.toPath());
  }

  @Override
  public void openTopic(String topicId) {
    navigation.go(new Place.Library(Optional.of(topicId)));
  }

  @Override
  public void examine(Path folder) {
    projects.examine(folder);
  }

  @Override
  public void inspect(Path file) {
    models.inspections().inspect(file);
    navigation.go(new Place.Loader());
  }

  @Override
  public void openLog(LogReading log) {
    int number =
        log.file().isPresent()
            ? models.logs().explain(log.file().get())
            : models.logs().explain(log.text().whole());
    navigation.go(new Place.Log(number));
  }

  @Override
  public void checkMachine() {
    models.machines().look(models.examinations().source());
    navigation.go(new Place.Machine());
  }
}
