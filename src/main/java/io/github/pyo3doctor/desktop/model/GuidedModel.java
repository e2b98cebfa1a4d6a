package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.desktop.model.Settings.RecentProject;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The guided checks of this session: one for each topic that was asked for. */
public final class GuidedModel {
  private final Doctor doctor;
  private final Threads threads;
  private final ExaminationModel examinations;
  private final SettingsModel settings;
  private final Map<String, GuidedCheck> begun = new HashMap<>();
  private final ReadOnlyObjectWrapper<Optional<GuidedCheck>> latest =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * No check yet.
   *
   * @param examinations of the project in hand, which is offered
   * @param fixes after a change of what is silenced it is looked again
   */
  public GuidedModel(
      Doctor doctor,
      ExaminationModel examinations,
      FixModel fixes,
      SettingsModel settings,
      Threads threads) {
    this.doctor = doctor;
    this.threads = threads;
    this.examinations = examinations;
    this.settings = settings;
    fixes
        .stateProperty()
        .subscribe(
            state -> {
              if (FixModel.changedSilences(state)) lookAgain();
            });
  }

  /** The check that was gone to last. */
  public ReadOnlyObjectProperty<Optional<GuidedCheck>> latestProperty() {
    return latest.getReadOnlyProperty();
  }

  /** The check of a topic: the one that was begun, as it is now, or a new one. */
  public GuidedCheck check(Topic topic) {
    GuidedCheck check = begun.computeIfAbsent(topic.id(), _ -> begin(topic));
    latest.set(Optional.of(check));
    return check;
  }

  /** The projects to choose from, that of the latest check first, then the one in hand. */
  public List<Path> offered() {
    Set<Path> offered = new LinkedHashSet<>();
    latest.get().flatMap(check -> check.state().project()).ifPresent(offered::add);
    examinations.source().ifPresent(offered::add);
    settings.settings().recent().stream()
        .map(RecentProject::path)
        .map(Path::of)
        .forEach(offered::add);
    return offered.stream().map(path -> path.toAbsolutePath().normalize()).distinct().toList();
  }

  private GuidedCheck begin(Topic topic) {
    return new GuidedCheck(
        GuidedPlan.of(topic, doctor),
        new ExaminationModel(doctor, threads),
        new InspectionModel(doctor::inspect, threads),
        new LogModel(doctor, threads),
        offered().stream().filter(Files::exists).findFirst());
  }

  private void lookAgain() {
    begun.values().stream()
        .filter(check -> check.state().examined().isPresent())
        .forEach(GuidedCheck::start);
  }
}
