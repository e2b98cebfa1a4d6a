package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoVariable;
import io.github.pyo3doctor.snapshot.CompilerFlag;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WorkflowCommand;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An extension module leaves Python's symbols open, which Apple's linker has to be told. maturin
 * and setuptools-rust tell it; where plain Cargo visibly builds the library for macOS, a build
 * script or the configuration has to.
 */
final class AppleLinkerFlagsMissing implements Check {
  private static final String VARIABLE = "PYO3_BUILD_EXTENSION_MODULE";
  private static final String FLAG = "dynamic_lookup";
  private static final String HELPER = "add_extension_module_link_args";
  private static final List<String> PYO3 = List.of("pyo3", "pyo3-ffi");
  private static final List<String> TRIPLES =
      List.of("aarch64-apple-darwin", "x86_64-apple-darwin");

  private final ExtensionModuleFacts facts;
  private final OncePer<Workspace, MemberIndex> indexes;

  AppleLinkerFlagsMissing(ExtensionModuleFacts facts, OncePer<Workspace, MemberIndex> indexes) {
    this.facts = facts;
    this.indexes = indexes;
  }

  @Override
  public String id() {
    return "apple-linker-flags-missing";
  }

  @Override
  public String topic() {
    return "macos-undefined-symbols";
  }

  @Override
  public String question() {
    return "Can plain `cargo build` link the extension module on macOS?";
  }

  /** Why Cargo leaves libpython out, and where a reader would change that. */
  private record LeftOut(Location at, List<String> evidence) {}

  /** Who builds for macOS with plain Cargo. */
  private record Occasion(Severity severity, String evidence) {}

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(
        snapshot,
        (project, workspace) -> {
          MemberIndex members = indexes.of(workspace);
          List<Finding> found = new ArrayList<>();
          for (CargoPackage member : workspace.members()) {
            if (isExtensionModule(member) && !buildScriptTells(member)) {
              examine(project, workspace, members, member, snapshot.machine())
                  .ifPresent(found::add);
            }
          }
          return found;
        });
  }

  private static boolean isExtensionModule(CargoPackage member) {
    return member.library().filter(library -> library.crateTypes().contains("cdylib")).stream()
        .flatMap(library -> library.files().stream())
        .flatMap(file -> file.python().stream())
        .flatMap(code -> code.items().stream())
        .anyMatch(item -> item.macroName().equals("pymodule") && item.conditions().isEmpty());
  }

  private static boolean buildScriptTells(CargoPackage member) {
    return member.buildScript().stream()
        .flatMap(
            script -> Stream.concat(script.helpers().stream(), script.linkerArguments().stream()))
        .map(Located::value)
        .anyMatch(text -> text.equals(HELPER) || text.contains(FLAG));
  }

  private Optional<Finding> examine(
      Project project,
      Workspace workspace,
      MemberIndex members,
      CargoPackage member,
      Machine machine) {
    List<CargoConfig> configs =
        project.cargoConfigs().stream()
            .filter(config -> config.appliesIn(member.folder()))
            .toList();
    Set<String> untold = untold(configs);
    boolean told =
        untold.isEmpty()
            || machine.variable("RUSTFLAGS").filter(flags -> flags.contains(FLAG)).isPresent()
            || PythonLinkedByHand.evidence(project, member, machine).isPresent();
    if (told) {
      return Optional.empty();
    }
    for (boolean defaultFeatures : new boolean[] {true, false}) {
      Optional<Finding> found =
          occasion(project, workspace, member, configs, untold, machine, defaultFeatures)
              .flatMap(
                  occasion ->
                      leftOut(project, workspace, members, member, defaultFeatures)
                          .map(leftOut -> finding(workspace, member, occasion, leftOut, untold)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The Macs for which no configuration gives the flags. */
  private static Set<String> untold(List<CargoConfig> configs) {
    Set<String> untold = new TreeSet<>(TRIPLES);
    for (CargoConfig config : configs) {
      for (CompilerFlag flag : config.rustflags()) {
        if (flag.value().contains(FLAG)) {
          untold.removeIf(triple -> mayHold(flag, triple));
        }
      }
    }
    return untold;
  }

  private static boolean mayHold(CompilerFlag flag, String triple) {
    return flag.condition()
        .map(
            condition ->
                condition.equals(triple)
                    || (condition.startsWith("cfg(")
                        && CfgPredicate.evaluate(condition, BuildConfiguration.MACOS)
                            != Truth.FALSE))
        .orElse(true);
  }

  private Optional<LeftOut> leftOut(
      Project project,
      Workspace workspace,
      MemberIndex members,
      CargoPackage member,
      boolean defaultFeatures) {
    FeatureGraph graph =
        members.alone(member, defaultFeatures, List.of(), BuildConfiguration.MACOS);
    if (PYO3.stream().noneMatch(name -> graph.links(member, name))) {
      return Optional.empty();
    }
    return PYO3.stream()
        .flatMap(name -> graph.switchedOn(name).stream())
        .filter(switched -> switched.feature().equals("extension-module"))
        .filter(switched -> switched.certain() && !switched.onlyForTests())
        .findFirst()
        .map(switched -> leftOut(project, workspace, switched))
        .or(() -> byVariable(project, workspace, graph, member));
  }

  private static LeftOut leftOut(
      Project project, Workspace workspace, FeatureGraph.Switched switched) {
    List<String> evidence = new ArrayList<>();
    for (Located<String> step : switched.because()) {
      Location at = step.location();
      String line =
          project
              .manifest(at.file())
              .map(file -> file.line(at.line()).strip())
              .orElse(step.value());
      evidence.add(at.file() + ":" + at.line() + ": " + line);
    }
    Pyo3Version.of(workspace, switched.dependency())
        .ifPresent(version -> evidence.add(version.evidence()));
    return new LeftOut(switched.because().getFirst().location(), evidence);
  }

  private Optional<LeftOut> byVariable(
      Project project, Workspace workspace, FeatureGraph graph, CargoPackage member) {
    Optional<Pyo3Version> version =
        graph.dependenciesOn("pyo3").stream()
            .findFirst()
            .flatMap(dependency -> Pyo3Version.of(workspace, dependency))
            .filter(found -> found.range().atLeast(facts.obsoleteSince()) == Truth.TRUE);
    return version.flatMap(
        found ->
            project.cargoConfigs().stream()
                .filter(config -> config.appliesIn(member.folder()))
                .flatMap(config -> config.variables().stream())
                .filter(variable -> variable.name().equals(VARIABLE))
                .findFirst()
                .map(variable -> new LeftOut(variable.location(), evidence(variable, found))));
  }

  private static List<String> evidence(CargoVariable variable, Pyo3Version version) {
    Location at = variable.location();
    return List.of(
        "%s:%d: [env] %s = \"%s\"".formatted(at.file(), at.line(), VARIABLE, variable.value()),
        version.evidence());
  }

  /** The plainest sign that plain Cargo builds for macOS. */
  private static Optional<Occasion> occasion(
      Project project,
      Workspace workspace,
      CargoPackage member,
      List<CargoConfig> configs,
      Set<String> untold,
      Machine machine,
      boolean defaultFeatures) {
    Optional<Occasion> workflow =
        project.workflowCommands().stream()
            .filter(_ -> untold.size() == TRIPLES.size())
            .filter(
                command ->
                    CargoCommand.of(command)
                        .filter(cargo -> cargo.defaultFeatures() == defaultFeatures)
                        .filter(cargo -> cargo.builds(workspace, member))
                        .isPresent())
            .findFirst()
            .map(AppleLinkerFlagsMissing::occasion);
    return defaultFeatures
        ? workflow.or(() -> occasion(configs, untold)).or(() -> occasion(project, member, machine))
        : workflow;
  }

  private static Occasion occasion(WorkflowCommand command) {
    Location at = command.location();
    return new Occasion(
        Severity.WARNING,
        "%s:%d: runs `%s` on macOS".formatted(at.file(), at.line(), command.command()));
  }

  /** A configuration that is for Macs, but not for these. */
  private static Optional<Occasion> occasion(List<CargoConfig> configs, Set<String> untold) {
    Stream<Located<String>> targets =
        configs.stream()
            .flatMap(config -> config.targets().stream())
            .filter(target -> untold.contains(target.value()));
    Stream<Located<String>> others =
        configs.stream()
            .flatMap(config -> config.rustflags().stream())
            .filter(flag -> flag.value().contains(FLAG))
            .flatMap(
                flag ->
                    flag
                        .condition()
                        .filter(TRIPLES::contains)
                        .map(triple -> new Located<>(triple, flag.location()))
                        .stream());
    return Stream.concat(
            targets.map(target -> occasion(target, "Cargo builds for " + target.value())),
            others.map(other -> occasion(other, "gives the flags for " + other.value() + " only")))
        .findFirst();
  }

  private static Occasion occasion(Located<String> at, String what) {
    return new Occasion(
        Severity.WARNING, "%s:%d: %s".formatted(at.location().file(), at.location().line(), what));
  }

  private static Optional<Occasion> occasion(
      Project project, CargoPackage member, Machine machine) {
    boolean built =
        project.extensionModules().stream()
            .anyMatch(module -> module.cargoManifest().equals(member.manifest()));
    return machine.os() == OperatingSystem.MACOS
        ? Optional.of(
            new Occasion(built ? Severity.HINT : Severity.WARNING, "this machine is a Mac"))
        : Optional.empty();
  }

  private Finding finding(
      Workspace workspace,
      CargoPackage member,
      Occasion occasion,
      LeftOut leftOut,
      Set<String> untold) {
    List<String> evidence = new ArrayList<>(leftOut.evidence());
    evidence.add(occasion.evidence());
    evidence.add(
        member
            .buildScript()
            .map(script -> "`" + script.path() + "` does not call `" + HELPER + "`")
            .orElse("there is no build script that calls `" + HELPER + "`"));
    boolean some = untold.size() < TRIPLES.size();
    String where = some ? untold.iterator().next() : "macOS";
    return new Finding(
        id(),
        topic(),
        occasion.severity(),
        "plain `cargo build` cannot link `%s` for %s: nothing tells Apple's linker that Python's symbols come later"
            .formatted(member.name(), where),
        Optional.of(leftOut.at()),
        evidence.stream().distinct().toList(),
        Optional.of(new Fix(fix(workspace, member, some), Fix.Grade.MANUAL, List.of())));
  }

  private String fix(Workspace workspace, CargoPackage member, boolean some) {
    if (some) {
      return "Write the flags under [target.'cfg(target_os = \"macos\")'], which holds for every"
          + " Mac";
    }
    boolean obsolete =
        member
            .dependenciesOn("pyo3")
            .flatMap(dependency -> Pyo3Version.of(workspace, dependency).stream())
            .anyMatch(version -> version.range().atLeast(facts.obsoleteSince()) == Truth.TRUE);
    String script = "call `pyo3_build_config::" + HELPER + "()` in a build script";
    return obsolete
        ? "Let only the wheel's build leave libpython out (maturin %s and newer do), or %s"
            .formatted(facts.maturinSince(), script)
        : "C" + script.substring(1);
  }
}
