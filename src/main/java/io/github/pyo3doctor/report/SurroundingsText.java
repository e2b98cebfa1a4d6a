package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.PythonChoice;
import io.github.pyo3doctor.checks.Surroundings;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.Interpreter;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.WindowsPythons;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What steers a build, in a few lines for people. */
final class SurroundingsText {
  private final Paint paint;

  SurroundingsText(Paint paint) {
    this.paint = paint;
  }

  /** The Python that is taken and why, the others, the tools, and what the variables do. */
  List<String> lines(Machine machine, Surroundings surroundings) {
    List<String> lines = new ArrayList<>();
    Set<PythonChoice> choices = new LinkedHashSet<>();
    surroundings.pythons().forEach(of -> choices.add(of.choice()));
    for (PythonChoice choice : choices) {
      if (!(choice.result() instanceof PythonChoice.Result.Open)) {
        lines.add(paint.faint("python: ") + taken(choice));
        choice.steps().forEach(step -> lines.add("  " + paint.faint("·") + " " + step));
      }
    }
    if (!choices.isEmpty()) machine.environment().ifPresent(found -> append(found, choices, lines));
    for (Surroundings.Steering variable : surroundings.variables()) {
      lines.add(
          paint.faint("set: ")
              + variable.name()
              + "="
              + variable.value()
              + ": "
              + variable.effect());
    }
    return lines;
  }

  /** What a build takes, without a full stop. */
  static String taken(PythonChoice choice) {
    return switch (choice.result()) {
      case PythonChoice.Result.Asked(String _, PythonBuild build) ->
          "a build takes "
              + build.name()
              + ", "
              + build.executable()
              + build.sharedLibrary().map(library -> ", with " + library).orElse("");
      case PythonChoice.Result.Described(String path, String python) ->
          "a build asks none, " + path + " describes " + python;
      case PythonChoice.Result.StableAbi(String python) ->
          "a build asks none, it is for Python " + python + " and later";
      case PythonChoice.Result.Cross(String _, Optional<String> python) ->
          "a build asks none, it is for another machine"
              + python.map(version -> " with Python " + version).orElse("");
      case PythonChoice.Result.Fails(PythonChoice.Failure _, String message) ->
          "a build stops, " + message;
      case PythonChoice.Result.Open(String reason) -> "could not tell, " + reason;
    };
  }

  private void append(BuildEnvironment environment, Set<PythonChoice> choices, List<String> lines) {
    List<String> taken = new ArrayList<>();
    for (PythonChoice choice : choices) {
      if (choice.result() instanceof PythonChoice.Result.Asked(String _, PythonBuild build)) {
        taken.add(build.executable());
      }
    }
    String others =
        environment.interpreters().stream()
            .filter(
                each -> each.build().filter(build -> taken.contains(build.executable())).isEmpty())
            .map(SurroundingsText::brief)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) lines.add(paint.faint("also here: ") + others);
    String tools =
        environment.tools().stream().map(SurroundingsText::brief).collect(Collectors.joining(", "));
    if (!tools.isEmpty()) lines.add(paint.faint("tools: ") + tools);
    environment.windows().ifPresent(windows -> append(windows, lines));
  }

  private void append(WindowsPythons windows, List<String> lines) {
    String gone =
        windows.registered().stream()
            .filter(each -> !each.exists())
            .map(each -> "%s %s, %s".formatted(each.company(), each.tag(), each.executable()))
            .collect(Collectors.joining("; "));
    if (!gone.isEmpty()) lines.add(paint.faint("registered, but not there: ") + gone);
    windows
        .launcher()
        .map(
            py ->
                py.version()
                        .map(
                            version ->
                                "`py` starts %s, asked for by %s"
                                    .formatted(version, py.askedForBy().orElse("")))
                        .orElse("`py` is told no version")
                    + "; PyO3 and `maturin develop` do not ask it")
        .ifPresent(line -> lines.add(paint.faint("launcher: ") + line));
  }

  private static String brief(Interpreter interpreter) {
    String where = String.join(", ", interpreter.foundBy());
    return interpreter
        .build()
        .map(build -> "%s %s (%s)".formatted(build.implementation(), build.version(), where))
        .orElse(interpreter.executable() + ", which does not answer");
  }

  private static String brief(BuildTool tool) {
    return "%s %s (%s)"
        .formatted(tool.name(), tool.version().orElse("of unknown version"), tool.foundBy());
  }
}
