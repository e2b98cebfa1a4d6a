package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CargoVariable;
import io.github.pyo3doctor.snapshot.CompilerFlag;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the configuration files that Cargo would find from the folders of a project's packages up
 * to the project's own. Those further up belong to the machine and its user.
 */
final class CargoConfigReader {
  /** PyO3 looks for Python in them. */
  private static final Set<String> ENVIRONMENTS = Set.of("VIRTUAL_ENV", "CONDA_PREFIX");

  private final Manifests manifests;
  private final ProjectFiles files;

  CargoConfigReader(ProjectFiles files, Manifests manifests) {
    this.files = files;
    this.manifests = manifests;
  }

  List<CargoConfig> read(List<Workspace> workspaces) {
    return files.upwards(workspaces).stream().flatMap(folder -> read(folder).stream()).toList();
  }

  /** The old name without an ending is read too, and wins where both are there, as for Cargo. */
  private Optional<CargoConfig> read(Path folder) {
    for (String name : List.of("config", "config.toml")) {
      Path config = folder.resolve(".cargo").resolve(name);
      if (Files.exists(config)) {
        return manifests.load(config).map(file -> config(folder, file));
      }
    }
    return Optional.empty();
  }

  private static CargoConfig config(Path folder, TomlFile file) {
    List<CompilerFlag> flags = new ArrayList<>();
    Optional<TomlSection> build = file.root().sectionIfAny("build");
    build.ifPresent(table -> addFlags(table, Optional.empty(), flags));
    file.root()
        .sectionIfAny("target")
        .ifPresent(
            targets -> {
              for (String target : targets.keys()) {
                targets
                    .sectionIfAny(target)
                    .ifPresent(each -> addFlags(each, Optional.of(target), flags));
              }
            });
    List<CargoVariable> variables =
        file.root().sectionIfAny("env").map(env -> variables(folder, env)).orElse(List.of());
    return new CargoConfig(
        file.path(),
        List.copyOf(flags),
        variables,
        build.map(table -> oneOrMore(table, "target")).orElse(List.of()));
  }

  private static List<CargoVariable> variables(Path folder, TomlSection env) {
    List<CargoVariable> found = new ArrayList<>();
    for (String name : env.keys()) {
      if (name.startsWith("PYO3_") || ENVIRONMENTS.contains(name)) {
        Optional<TomlSection> table = env.sectionIfAny(name);
        Optional<String> value =
            env.plainString(name).or(() -> table.flatMap(each -> each.plainString("value")));
        boolean relative = table.flatMap(each -> each.flag("relative")).orElse(false);
        boolean force = table.flatMap(each -> each.flag("force")).orElse(false);
        value.ifPresent(
            text ->
                found.add(
                    new CargoVariable(
                        name,
                        text,
                        relative,
                        force,
                        exists(folder, text, relative),
                        env.at(name))));
      }
    }
    return List.copyOf(found);
  }

  /** Nothing is known of a name that is searched for, or of a path relative to wherever. */
  private static Optional<Boolean> exists(Path folder, String value, boolean relative) {
    try {
      Path path = relative ? folder.resolve(value) : Path.of(value);
      return path.isAbsolute() ? Optional.of(Files.exists(path)) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** A string stands for the words in it. */
  private static void addFlags(
      TomlSection table, Optional<String> condition, List<CompilerFlag> flags) {
    for (Located<String> each : oneOrMore(table, "rustflags")) {
      flags.add(new CompilerFlag(each.value(), each.location(), condition));
    }
  }

  private static List<Located<String>> oneOrMore(TomlSection table, String key) {
    Optional<String> line = table.plainString(key);
    if (line.isPresent()) {
      return Arrays.stream(line.get().strip().split("\\s+", -1))
          .filter(word -> !word.isEmpty())
          .map(word -> new Located<>(word, table.at(key)))
          .toList();
    }
    return table.has(key) ? table.strings(key) : List.of();
  }
}
