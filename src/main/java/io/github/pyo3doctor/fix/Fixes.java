package io.github.pyo3doctor.fix;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.snapshot.Silence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows, applies and takes back the changes that mend findings. All files of a change are written
 * or none; a file that is no longer what was shown is never written over.
 */
public final class Fixes {
  private final FixJournal journal;

  /**
   * Fixes that can be taken back.
   *
   * @param journal remembers what was applied
   */
  public Fixes(FixJournal journal) {
    this.journal = journal;
  }

  /** What would be changed to mend these findings; reads the files as they are now. */
  public FixPlan plan(Path root, List<Finding> findings) {
    return FixPlanner.plan(root, findings);
  }

  /**
   * What would be written into the project's own file so that it is not told of something again.
   *
   * @throws FixRefusedException when that file cannot be read, is no TOML, or has another shape
   */
  public SilencePlan silence(Path root, NewSilence wanted) throws FixRefusedException {
    return SilenceFile.in(root).adding(wanted);
  }

  /**
   * What would be taken from the project's own file so that it is told again.
   *
   * @throws FixRefusedException as {@link #silence}, and when the file no longer says so there
   */
  public SilencePlan stopSilencing(Path root, Silence unwanted) throws FixRefusedException {
    return SilenceFile.in(root).removing(unwanted);
  }

  /**
   * Writes what was shown.
   *
   * @throws FixRefusedException when a file was changed since or cannot be written; then none is
   */
  public AppliedFix apply(Plan plan) throws FixRefusedException {
    Path root = real(plan.root());
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    AppliedFix applied = new AppliedFix(root.toString(), now, plan.titles(), plan.changes());
    journal.add(root, applied);
    try {
      write(root, plan.changes());
    } catch (FixRefusedException e) {
      journal.removeLast(root);
      throw e;
    }
    return applied;
  }

  /**
   * What would be taken back next in the project that holds a folder.
   *
   * @throws FixRefusedException when the journal or the folder cannot be read
   */
  public Optional<AppliedFix> last(Path folder) throws FixRefusedException {
    for (Path at = real(folder); at != null; at = at.getParent()) {
      List<AppliedFix> applied = journal.of(at);
      if (!applied.isEmpty()) return Optional.of(applied.getLast());
    }
    return Optional.empty();
  }

  /**
   * Takes back what was applied last.
   *
   * @throws FixRefusedException when one of its files was changed since; then none is written
   */
  public void undo(AppliedFix last) throws FixRefusedException {
    Path root = Path.of(last.root());
    write(root, last.changes().stream().map(FileChange::reversed).toList());
    journal.removeLast(root);
  }

  private static Path real(Path folder) throws FixRefusedException {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new FixRefusedException(folder + ": " + TextFiles.reason(e));
    }
  }

  private static void write(Path root, List<FileChange> changes) throws FixRefusedException {
    List<ProjectFile> files = new ArrayList<>();
    for (FileChange change : changes) {
      ProjectFile file = ProjectFile.in(root, change.file());
      if (!file.readIfThere().equals(change.before())) {
        throw new FixRefusedException(
            root.resolve(change.file()) + ": was changed meanwhile; nothing was written");
      }
      files.add(file);
    }
    int written = 0;
    try {
      for (; written < files.size(); written++) {
        files.get(written).put(changes.get(written).after());
      }
    } catch (FixRefusedException e) {
      throw putBack(files, changes.subList(0, written), e);
    }
  }

  /** Puts back what was written; what cannot be is said with the reason why it was tried. */
  private static FixRefusedException putBack(
      List<ProjectFile> files, List<FileChange> written, FixRefusedException reason) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      try {
        files.get(i).put(written.get(i).before());
      } catch (FixRefusedException e) {
        left.add(written.get(i).file());
      }
    }
    return left.isEmpty()
        ? reason
        : new FixRefusedException(
            reason.getMessage() + "; already changed: " + String.join(", ", left));
  }
}
