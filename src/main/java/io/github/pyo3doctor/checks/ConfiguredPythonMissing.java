package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoVariable;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code .cargo/config.toml} tells PyO3 to use a Python, an environment, the libraries of one, or a
 * configuration file that is not there. PyO3's build script runs in the folder of its own package,
 * so a path is looked for there unless Cargo is told with {@code relative = true} to put its own
 * folder before it.
 */
final class ConfiguredPythonMissing implements Check {
  private static final String PYTHON = "PYO3_PYTHON";
  private static final String FILE = "PYO3_CONFIG_FILE";
  private static final String NO_PYTHON = "PYO3_NO_PYTHON";
  private static final String ENVIRONMENT = "VIRTUAL_ENV";
  private static final String CONDA = "CONDA_PREFIX";

  /** With any of them set PyO3 builds as for another machine, and asks no environment. */
  private static final String CROSS = "PYO3_CROSS";

  private static final String CROSS_LIBRARIES = "PYO3_CROSS_LIB_DIR";

  @Override
  public String id() {
    return "configured-python-missing";
  }

  @Override
  public String topic() {
    return "interpreter-not-found";
  }

  @Override
  public String question() {
    return "Is the Python that `.cargo/config.toml` names there?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(
        snapshot,
        (project, workspace) -> {
          List<Finding> found = new ArrayList<>();
          for (CargoConfig config : project.cargoConfigs()) {
            if (workspace.members().stream().anyMatch(member -> usesPyo3(config, member))) {
              found.addAll(examine(project, snapshot.machine(), config));
            }
          }
          return found;
        });
  }

  /** An optional PyO3 is perhaps never built, and one in a folder may be one that does not look. */
  private static boolean usesPyo3(CargoConfig config, CargoPackage member) {
    return config.appliesIn(member.folder())
        && Stream.of("pyo3", "pyo3-ffi")
            .flatMap(member::dependenciesOn)
            .anyMatch(dependency -> !dependency.optional() && dependency.path().isEmpty());
  }

  private List<Finding> examine(Project project, Machine machine, CargoConfig config) {
    List<Finding> found = new ArrayList<>();
    Set<String> set = new HashSet<>();
    machine.variables().forEach(each -> set.add(each.name()));
    config.variables().forEach(each -> set.add(each.name()));
    boolean file = set.contains(FILE);
    boolean cross = set.stream().anyMatch(name -> name.startsWith(CROSS));
    boolean python = set.contains(PYTHON) || set.contains(NO_PYTHON);
    for (CargoVariable variable : config.variables()) {
      if (variable.force() || machine.variable(variable.name()).isEmpty()) {
        switch (variable.name()) {
          case FILE -> file(project, machine, variable).ifPresent(found::add);
          case PYTHON -> {
            if (!file) {
              python(project, machine, variable).ifPresent(found::add);
            }
          }
          case CROSS_LIBRARIES -> {
            if (!file) {
              missing(project, variable).ifPresent(found::add);
            }
          }
          case ENVIRONMENT, CONDA -> {
            boolean both = set.contains(ENVIRONMENT) && set.contains(CONDA);
            if (!file && !cross && !python && !both) {
              missing(project, variable).ifPresent(found::add);
            }
          }
          default -> {}
        }
      }
    }
    return found;
  }

  private Optional<Finding> file(Project project, Machine machine, CargoVariable variable) {
    if (!variable.relative() && !isAbsolute(machine, variable.value())) {
      return Optional.of(
          finding(
              project,
              loudness(project),
              variable,
              "`PYO3_CONFIG_FILE` is a relative path, which PyO3 refuses",
              "Write { value = \"…\", relative = true }, so that Cargo makes it absolute"));
    }
    return missing(project, variable);
  }

  private Optional<Finding> python(Project project, Machine machine, CargoVariable variable) {
    String value = variable.value();
    boolean path = value.contains("/") || value.contains("\\");
    if (path && !variable.relative() && !isAbsolute(machine, value)) {
      return Optional.of(
          finding(
              project,
              loudness(project),
              variable,
              "`PYO3_PYTHON` is a relative path, which PyO3 looks for in its own package's folder",
              "Write { value = \"…\", relative = true }, so that Cargo makes it absolute"));
    }
    return path ? missing(project, variable) : Optional.empty();
  }

  /** A virtual environment in the project is often only not made yet. */
  private Optional<Finding> missing(Project project, CargoVariable variable) {
    return variable.exists().orElse(true)
        ? Optional.empty()
        : Optional.of(
            finding(
                project,
                variable.relative() ? Severity.HINT : loudness(project),
                variable,
                "`%s` names `%s`, which is not there".formatted(variable.name(), variable.value()),
                variable.relative()
                    ? "Make it, or leave the variable to the environment"
                    : "Leave the variable to the environment of whoever builds"));
  }

  private static boolean isAbsolute(Machine machine, String path) {
    return machine.os() == OperatingSystem.WINDOWS
        ? path.matches("(?s)[A-Za-z]:[/\\\\].*|[/\\\\]{2}.*")
        : path.startsWith("/");
  }

  /** maturin sets both variables itself, so only a plain {@code cargo build} fails there. */
  private static Severity loudness(Project project) {
    return MaturinUse.isPossible(project) ? Severity.WARNING : Severity.ERROR;
  }

  private Finding finding(
      Project project, Severity severity, CargoVariable variable, String message, String fix) {
    String file = variable.location().file();
    int line = variable.location().line();
    String written =
        project
            .manifest(file)
            .map(text -> text.line(line).strip())
            .orElse(variable.name() + " = " + variable.value());
    return new Finding(
        id(),
        topic(),
        severity,
        message,
        Optional.of(variable.location()),
        List.of(file + ":" + line + ": " + written),
        Optional.of(new Fix(fix, Fix.Grade.MANUAL, List.of())));
  }
}
