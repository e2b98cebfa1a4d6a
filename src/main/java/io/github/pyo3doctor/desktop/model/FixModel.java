package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.fix.AppliedFix;
import io.github.pyo3doctor.fix.FixPlan;
import io.github.pyo3doctor.fix.FixRefusedException;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Shows the change that mends findings, writes it, and takes the last one back. */
public final class FixModel {
  private final Doctor doctor;
  private final Threads threads;
  private final ReadOnlyObjectWrapper<FixState> state =
      new ReadOnlyObjectWrapper<>(new FixState.Nothing());

  /** No change yet. */
  public FixModel(Doctor doctor, Threads threads) {
    this.doctor = doctor;
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
    work(() -> new FixState.Offered(doctor.plan(examination, findings)));
  }

  /** Writes what was shown. */
  public void write(FixPlan plan) {
    work(() -> new FixState.Written(doctor.apply(plan)));
  }

  /** Takes back what was written. */
  public void undo(AppliedFix applied) {
    work(
        () -> {
          doctor.undo(applied);
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
