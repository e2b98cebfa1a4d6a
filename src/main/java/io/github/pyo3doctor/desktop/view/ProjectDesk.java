package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.GuideModel;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.Navigation;
import io.github.pyo3doctor.desktop.model.Place;
import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.desktop.model.SettingsModel;
import io.github.pyo3doctor.report.Summary;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Which project is examined, and by which checks; remembers how each fared. */
final class ProjectDesk {
  private final Window window;
  private final ExaminationModel examinations;
  private final FixModel fixes;
  private final Navigation navigation;
  private final SettingsModel settings;

  /**
   * No project yet.
   *
   * @param window above which folders are asked for
   */
  ProjectDesk(Window window, Models models, Navigation navigation) {
    this.window = window;
    this.examinations = models.examinations();
    this.fixes = models.fixes();
    this.navigation = navigation;
    this.settings = models.settings();
    fixes
        .stateProperty()
        .subscribe(
            state -> {
              if (FixModel.changedSilences(state)) examinations.again();
            });
    GuideModel guides = models.library().guides();
    examinations.stateProperty().subscribe(this::remember);
    examinations
        .stateProperty()
        .map(state -> examinations.source())
        .subscribe(
            source -> {
              guides.openFor(source);
              // What was changed in one project is not said above the findings of another.
              fixes.dismiss();
            });
  }

  /** Runs all checks on a project. */
  void examine(Path folder) {
    examinations.examine(folder);
    goToFindings();
  }

  /** Asks for a folder. */
  void choose(Consumer<Path> chosen) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Choose a project folder");
    File folder = chooser.showDialog(window);
    if (folder != null) chosen.accept(folder.toPath());
  }

  private void goToFindings() {
    navigation.go(new Place.Findings(Optional.empty()));
  }

  /** What a few checks found is no verdict on a project. */
  private void remember(ExaminationState state) {
    if (!(state instanceof ExaminationState.Done done) || done.topic().isPresent()) return;
    String path = done.source().toAbsolutePath().normalize().toString();
    String verdict = Summary.findings(done.examination(), done.examination().findings());
    settings.change(now -> now.examined(new RecentProject(path, verdict)));
  }
}
