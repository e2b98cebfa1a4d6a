package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.doctor.Mending;
import io.github.pyo3doctor.fix.AppliedFix;
import io.github.pyo3doctor.fix.FixRefusedException;
import io.github.pyo3doctor.fix.Plan;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Silence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Shows the change that mends or silences findings, writes it, and takes the last one back. */
public final class FixModel {
  private final Mending mending;
  private final Threads threads;
  private final ReadOnlyObjectWrapper<FixState> state =
      new ReadOnlyObjectWrapper<>(new FixState.Nothing());

  /** No change yet. */
  public FixModel(Mending mending, Threads threads) {
    this.mending = mending;
    this.threads = threads;
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<FixState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The findings that a change could mend as this one can be: all of its check. */
  public static List<Finding> likewise(Examination examination, Finding finding) {
    return examination.findings().stream()
        .filter(other -> other.check().equals(finding.check()) && hasChange(other))
        .toList();
  }

  /** Whether a change of text mends it, rather than a person. */
  public static boolean hasChange(Finding finding) {
    return finding.fix().map(Fix::edits).filter(edits -> !edits.isEmpty()).isPresent();
  }

  /** Shows what would be changed; the files are read as they are now. */
  public void offer(Examination examination, List<Finding> findings) {
    work(() -> new FixState.Offered(mending.plan(examination, findings)));
  }

  /** Asks why a finding is to be silenced; nothing is read or written yet. */
  public void askReason(Examination examination, Finding finding) {
    state.set(new FixState.ReasonWanted(new SilenceQuestion(examination, finding)));
  }

  /**
   * Shows what would be written so that a finding is silent.
   *
   * @param reason not blank
   */
  public void offerSilence(SilenceQuestion question, boolean onlyInItsFile, String reason) {
    work(
        () ->
            new FixState.Offered(
                mending.silence(question.examination(), question.answered(onlyInItsFile, reason))));
  }

  /** Shows what would be taken away so that what was silenced is told again. */
  public void offerToStopSilencing(Examination examination, Silence silence) {
    work(() -> new FixState.Offered(mending.stopSilencing(examination, silence)));
  }

  /** Whether only what a project silences was changed: looking again tells nothing else anew. */
  public static boolean changedSilences(FixState state) {
    return switch (state) {
      case FixState.Written(AppliedFix applied) -> isOfSilences(applied);
      case FixState.TakenBack(AppliedFix applied) -> isOfSilences(applied);
      default -> false;
    };
  }

  /** Whether a change was written, or taken back, elsewhere than in the examined project. */
  public static boolean isElsewhere(FixState state, Optional<Examination> examined) {
    Optional<String> root =
        switch (state) {
          case FixState.Written(AppliedFix applied) -> Optional.of(applied.root());
          case FixState.TakenBack(AppliedFix applied) -> Optional.of(applied.root());
          default -> Optional.empty();
        };
    return root.isPresent() && !examined.flatMap(FixModel::root).equals(root.map(Path::of));
  }

  private static Optional<Path> root(Examination examined) {
    try {
      Optional<Project> project = examined.snapshot().project();
      return project.isPresent()
          ? Optional.of(Path.of(project.get().root()).toRealPath())
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static boolean isOfSilences(AppliedFix applied) {
    return applied.changes().stream().allMatch(change -> change.file().equals(Silence.FILE));
  }

  /** Writes what was shown. */
  public void write(Plan plan) {
    work(() -> new FixState.Written(mending.apply(plan)));
  }

  /** Takes back what was written. */
  public void undo(AppliedFix applied) {
    work(
        () -> {
          mending.undo(applied);
          return new FixState.TakenBack(applied);
        });
  }

  /** Nothing more is to be said about the last change. */
  public void dismiss() {
    state.set(new FixState.Nothing());
  }

  /** A step that may be refused. */
  private interface Step {
    FixState take() throws FixRefusedException;
  }

  private void work(Step step) {
    threads
        .work()
        .execute(
            () -> {
              FixState end = end(step);
              threads.show().execute(() -> state.set(end));
            });
  }

  private static FixState end(Step step) {
    try {
      return step.take();
    } catch (FixRefusedException e) {
      return new FixState.Refused(e.getMessage());
    } catch (RuntimeException e) {
      return new FixState.Refused("a mistake in this program: " + e);
    }
  }
}
