package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Position;
import io.github.pyo3doctor.snapshot.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the files of a project where the user writes. */
public final class SourceFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SourceFiles.class);

  private final Optional<Editor> editor;
  private final Consumer<String> system;

  /**
   * Opens with an editor.
   *
   * @param system opens an address with what the system has for it, when there is no editor
   */
  public SourceFiles(Optional<Editor> editor, Consumer<String> system) {
    this.editor = editor;
    this.system = system;
  }

  /** {@code Open in code}, or {@code Open} when the system chooses. */
  public String label() {
    return editor.map(found -> "Open in " + found.name()).orElse("Open");
  }

  /** The file of a place, if it is on this machine. */
  public static Optional<Path> file(Project project, Location at) {
    try {
      return Optional.of(Path.of(project.root(), at.file())).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Opens a file there; without an editor that can, as the system does. */
  public void open(Path file, Location at) {
    Position position = new Position(at.line(), at.column());
    Optional<List<String>> command = editor.flatMap(found -> found.command(file, position));
    if (command.isEmpty() || !started(command.get())) system.accept(file.toUri().toString());
  }

  private static boolean started(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      LOG.debug("editor not started", e);
      return false;
    }
  }
}
