package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.guide.GuideChoice;
import io.github.pyo3doctor.guide.GuideNotFoundException;
import io.github.pyo3doctor.guide.Guides;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** PyO3's own guide: the release that the project in hand locks, or the one that was chosen. */
public final class GuideModel {
  private final Doctor doctor;
  private final Threads threads;
  private final ReadOnlyObjectWrapper<GuideState> state =
      new ReadOnlyObjectWrapper<>(new GuideState.Looking());
  private Optional<Path> project = Optional.empty();
  private int asked;

  /** Nothing looked for yet. */
  public GuideModel(Doctor doctor, Threads threads) {
    this.doctor = doctor;
    this.threads = threads;
  }

  /** Which guide is open. */
  public ReadOnlyObjectProperty<GuideState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Opens the guide for a project, or the newest on this machine when there is no project. */
  public void openFor(Optional<Path> folder) {
    project = folder;
    open(Optional.empty());
  }

  /** Opens the guide of a release. */
  public void open(Pyo3Release release) {
    open(Optional.of(release));
  }

  private void open(Optional<Pyo3Release> release) {
    int question = ++asked;
    Optional<Path> folder = project;
    threads
        .work()
        .execute(
            () -> {
              GuideState found = find(folder, release);
              threads.show().execute(() -> show(question, found));
            });
  }

  /** An answer that a newer question has overtaken is never shown. */
  private void show(int question, GuideState found) {
    if (question == asked) state.set(found);
  }

  private GuideState find(Optional<Path> folder, Optional<Pyo3Release> release) {
    try {
      Guides guides = doctor.guides(folder);
      GuideChoice choice = release.isPresent() ? guides.choose(release.get()) : guides.choose();
      return new GuideState.Open(
          doctor.official(choice.guide()),
          choice.guide(),
          choice.guide().release(),
          why(guides, choice),
          guides.releases());
    } catch (GuideNotFoundException | UnreadableFileException e) {
      return new GuideState.None(String.valueOf(e.getMessage()));
    }
  }

  private static String why(Guides guides, GuideChoice choice) {
    if (choice.remark().isPresent()) return choice.remark().get();
    if (guides.locked().isEmpty()) return "chosen by you";
    String locked = guides.locked().get().version();
    return choice.guide().release().version().equals(locked)
        ? "the one your project locks"
        : "chosen by you; your project locks " + locked;
  }
}
