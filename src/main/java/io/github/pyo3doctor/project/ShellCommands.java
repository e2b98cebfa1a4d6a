package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.WorkflowCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commands with Cargo that a step of continuous integration surely runs, itself or through a
 * task, and where.
 */
final class ShellCommands {
  private static final Pattern SHELL_WORD =
      Pattern.compile("(if|for|while|case|function|\\{|\\()\\b.*");

  private final TaskRunners runners;

  ShellCommands(ProjectFiles files) {
    runners = new TaskRunners(files);
  }

  /**
   * Adds them.
   *
   * @param run the lines of the step
   * @param start the folder it begins in
   */
  void add(String path, YamlOutline.Node run, String start, List<WorkflowCommand> found) {
    Optional<Path> folder = inside(Path.of(""), start);
    StringBuilder command = new StringBuilder();
    for (YamlOutline.Line line : run.lines()) {
      command.append(command.isEmpty() ? "" : " ").append(line.text());
      boolean goesOn = run.folded() || line.text().endsWith("\\");
      if (goesOn) {
        if (!run.folded()) {
          command.setLength(command.length() - 1);
        }
        continue;
      }
      if (SHELL_WORD.matcher(command).matches()) {
        return;
      }
      folder = addLine(path, line, command.toString(), folder, found);
      command.setLength(0);
      if (folder.isEmpty()) {
        return;
      }
    }
    if (!command.isEmpty()) {
      addLine(path, run.lines().getFirst(), command.toString(), folder, found);
    }
  }

  /** Adds the commands of one line; the folder in which the next one runs, if that is known. */
  private Optional<Path> addLine(
      String path,
      YamlOutline.Line line,
      String text,
      Optional<Path> start,
      List<WorkflowCommand> found) {
    Optional<Path> folder = start;
    for (String each : text.split("&&|;", -1)) {
      String command = each.strip().replaceAll("\\s+", " ");
      if (command.startsWith("cd ") || command.startsWith("pushd ")) {
        String target = command.substring(command.indexOf(' ')).strip();
        folder = folder.flatMap(from -> inside(from, target));
      } else if (command.startsWith("cargo ") && folder.isPresent()) {
        found.add(command(path, line, command, folder.get()));
      } else if (folder.isPresent()) {
        runners.of(command, folder.get()).ifPresent(task -> addTask(task, found));
      }
    }
    return folder;
  }

  /** Each line of a task has a shell of its own; what other tasks it runs is not followed. */
  private static void addTask(TaskRunners.Task task, List<WorkflowCommand> found) {
    for (YamlOutline.Line line : task.lines()) {
      Optional<Path> folder = Optional.of(task.folder());
      for (String each : line.text().split("&&|;", -1)) {
        String command = each.strip().replaceAll("\\s+", " ");
        if (command.startsWith("cd ")) {
          folder = folder.flatMap(from -> inside(from, command.substring(3).strip()));
        } else if (command.startsWith("cargo ") && folder.isPresent()) {
          found.add(command(task.path(), line, command, folder.get()));
        }
      }
    }
  }

  private static WorkflowCommand command(
      String path, YamlOutline.Line line, String command, Path folder) {
    Location at = new Location(path, line.number(), line.column());
    return new WorkflowCommand(command, folder.toString().replace('\\', '/'), at);
  }

  private static Optional<Path> inside(Path from, String written) {
    return written.matches("[\\w./-]*") && !written.startsWith("/")
        ? Optional.of(from.resolve(written).normalize())
        : Optional.empty();
  }
}
