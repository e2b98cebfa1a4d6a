package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoVariable;
import io.github.pyo3doctor.snapshot.EditorSettings;
import io.github.pyo3doctor.snapshot.EditorSettings.Setting;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * rust-analyzer gives Cargo another value of a variable that PyO3's build script heeds than Cargo
 * has in a terminal, the editor's own among them. Both share one target folder, so each compiles
 * PyO3 anew after the other.
 */
final class EditorPythonDiffers implements Check {
  private static final String EDITOR = "rust-analyzer.";
  private static final String TERMINAL = "terminal.integrated.env.";
  private static final String TARGET = "rust-analyzer.cargo.targetDir";
  private static final String HERE = "${workspaceFolder}/";

  @Override
  public String id() {
    return "editor-python-differs";
  }

  @Override
  public String topic() {
    return "recompiles-every-build";
  }

  @Override
  public String question() {
    return "Do the editor and the terminal build PyO3 for the same Python?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(
        snapshot,
        (project, workspace) -> {
          List<Finding> found = new ArrayList<>();
          for (EditorSettings editor : project.editorSettings()) {
            if (usesPyo3(workspace, home(editor.path())) && !hasOwnTarget(editor)) {
              found.addAll(examine(project, workspace, editor, snapshot.machine()));
            }
          }
          return found;
        });
  }

  private static boolean usesPyo3(Workspace workspace, String home) {
    return workspace.members().stream()
        .filter(member -> home.isEmpty() || (member.folder() + "/").startsWith(home + "/"))
        .anyMatch(EditorPythonDiffers::usesPyo3);
  }

  private static boolean usesPyo3(CargoPackage member) {
    return member.dependenciesOn("pyo3").findAny().isPresent()
        || member.dependenciesOn("pyo3-ffi").findAny().isPresent();
  }

  private static boolean hasOwnTarget(EditorSettings editor) {
    return editor.settings().stream()
        .anyMatch(setting -> setting.name().equals(TARGET) && !setting.value().equals("false"));
  }

  private List<Finding> examine(
      Project project, Workspace workspace, EditorSettings editor, Machine machine) {
    Map<String, Setting> given = new LinkedHashMap<>();
    for (String whose : List.of(EDITOR, TERMINAL)) {
      for (Setting setting : editor.settings()) {
        if (setting.name().startsWith(whose) && !setting.name().equals(TARGET)) {
          given.putIfAbsent(variable(setting), setting);
        }
      }
    }
    List<Finding> found = new ArrayList<>();
    given.forEach(
        (variable, setting) -> {
          boolean same =
              machine.variable(variable).filter(setting.value()::equals).isPresent()
                  || editor.settings().stream()
                      .filter(other -> other.name().startsWith(TERMINAL))
                      .filter(_ -> setting.name().startsWith(EDITOR))
                      .filter(other -> variable(other).equals(variable))
                      .anyMatch(other -> other.value().equals(setting.value()));
          Optional<CargoVariable> cargos = cargos(project, workspace, variable);
          if (!same
              && cargos.filter(each -> each.force() || agree(each, editor, setting)).isEmpty()) {
            found.add(finding(variable, setting, cargos));
          }
        });
    return found;
  }

  private static String variable(Setting setting) {
    return setting.name().substring(setting.name().lastIndexOf('.') + 1);
  }

  /** What Cargo gives the variable in the workspace's folder; the nearest file wins. */
  private static Optional<CargoVariable> cargos(
      Project project, Workspace workspace, String variable) {
    String root = workspace.manifest().replaceFirst("(^|/)[^/]*$", "");
    return project.cargoConfigs().stream()
        .filter(config -> config.appliesIn(root))
        .sorted((a, b) -> Integer.compare(b.path().length(), a.path().length()))
        .map(CargoConfig::variables)
        .flatMap(List::stream)
        .filter(each -> each.name().equals(variable))
        .findFirst();
  }

  private static boolean agree(CargoVariable cargos, EditorSettings editor, Setting setting) {
    String home = home(editor.path());
    String value = setting.value().replace('\\', '/');
    String editors =
        value.startsWith(HERE) ? join(home, value.substring(HERE.length())) : setting.value();
    String ours =
        cargos.relative() ? join(home(cargos.location().file()), cargos.value()) : cargos.value();
    return editors.equals(ours);
  }

  /** The folder that holds {@code .vscode} or {@code .cargo}. */
  private static String home(String path) {
    return path.replaceFirst("(^|/)[^/]*/[^/]*$", "");
  }

  private static String join(String folder, String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  private Finding finding(String variable, Setting setting, Optional<CargoVariable> cargos) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "%s:%d: %s = \"%s\""
            .formatted(
                setting.location().file(),
                setting.location().line(),
                setting.name(),
                setting.value()));
    evidence.add(
        cargos
            .map(
                each ->
                    "%s:%d: [env] %s = \"%s\""
                        .formatted(
                            each.location().file(), each.location().line(), variable, each.value()))
            .orElse(
                "no `.cargo/config.toml` sets "
                    + variable
                    + (setting.name().startsWith(EDITOR)
                        ? " for Cargo in a terminal"
                        : ", and no setting gives it to rust-analyzer")));
    return new Finding(
        id(),
        topic(),
        Severity.HINT,
        "rust-analyzer and Cargo in a terminal compile PyO3 anew after each other: only one of them has this `%s`"
            .formatted(variable),
        Optional.of(setting.location()),
        evidence,
        Optional.of(
            new Fix(
                "Set %s in `.cargo/config.toml` instead, or `\"rust-analyzer.cargo.targetDir\": true`"
                    .formatted(variable),
                Fix.Grade.MANUAL,
                List.of())));
  }
}
