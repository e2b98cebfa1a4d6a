package io.github.pyo3doctor.doctor;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.fix.AppliedFix;
import io.github.pyo3doctor.fix.FixPlan;
import io.github.pyo3doctor.fix.FixRefusedException;
import io.github.pyo3doctor.fix.Fixes;
import io.github.pyo3doctor.fix.NewSilence;
import io.github.pyo3doctor.fix.Plan;
import io.github.pyo3doctor.fix.SilencePlan;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Silence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The changes that follow from an examination: shown, written, and taken back. */
public final class Mending {
  private final Fixes fixes;

  Mending(Fixes fixes) {
    this.fixes = fixes;
  }

  /**
   * What would be changed to mend findings of a project on this machine; nothing is written.
   *
   * @throws FixRefusedException when the snapshot holds no project
   */
  public FixPlan plan(Examination examination, List<Finding> findings) throws FixRefusedException {
    return fixes.plan(root(examination), findings);
  }

  /**
   * What would be written so that a project is not told of something again.
   *
   * @throws FixRefusedException when there is no project, or its own file cannot be added to
   */
  public SilencePlan silence(Examination examination, NewSilence wanted)
      throws FixRefusedException {
    return fixes.silence(root(examination), wanted);
  }

  /**
   * What would be taken away so that a project is told again.
   *
   * @throws FixRefusedException when there is no project, or its own file says something else now
   */
  public SilencePlan stopSilencing(Examination examination, Silence unwanted)
      throws FixRefusedException {
    return fixes.stopSilencing(root(examination), unwanted);
  }

  private static Path root(Examination examination) throws FixRefusedException {
    return examination
        .snapshot()
        .project()
        .map(Project::root)
        .map(Path::of)
        .orElseThrow(() -> new FixRefusedException("there is no project to change"));
  }

  /**
   * Writes the changes of a plan, all or none, and remembers them.
   *
   * @throws FixRefusedException when a file was changed since or cannot be written
   */
  public AppliedFix apply(Plan plan) throws FixRefusedException {
    return fixes.apply(plan);
  }

  /** What would be taken back next in the project that holds a folder. */
  public Optional<AppliedFix> lastApplied(Path folder) throws FixRefusedException {
    return fixes.last(folder);
  }

  /**
   * Takes back what was applied last, all or nothing.
   *
   * @throws FixRefusedException when one of its files was changed since
   */
  public void undo(AppliedFix last) throws FixRefusedException {
    fixes.undo(last);
  }
}
