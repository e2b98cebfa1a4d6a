package io.github.pyo3doctor.doctor;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Excerpt;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.TextFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads again, of the files that findings point at, the few lines that a reader wants to see. */
final class FindingSources {
  private final Project project;
  private final Map<String, Optional<TextFile>> read = new HashMap<>();

  private FindingSources(Project project) {
    this.project = project;
  }

  /** An excerpt for each place whose file is no manifest; a file that is gone has none. */
  static List<Excerpt> of(Examination examination) {
    Optional<Project> project = examination.snapshot().project();
    return project.isEmpty()
        ? List.of()
        : new FindingSources(project.get()).excerpts(examination.findings());
  }

  private List<Excerpt> excerpts(List<Finding> findings) {
    List<Excerpt> excerpts = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.location().isPresent()) {
        Location at = finding.location().get();
        source(at.file()).ifPresent(file -> excerpts.add(Excerpt.of(file, at)));
      }
    }
    return List.copyOf(excerpts);
  }

  private Optional<TextFile> source(String file) {
    return project.manifest(file).isPresent()
        ? Optional.empty()
        : read.computeIfAbsent(file, this::read);
  }

  private Optional<TextFile> read(String file) {
    try {
      return Optional.of(new TextFile(file, TextFiles.read(Path.of(project.root(), file))));
    } catch (UnreadableFileException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
