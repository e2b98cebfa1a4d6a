package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.RustPrograms;
import io.github.pyo3doctor.snapshot.RustToolchain;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cargo is told to build for a target that the rustc in use has no standard library of: {@code
 * error[E0463]: can't find crate for `std`}. A nightly rustc may be told to build that itself.
 */
final class RustTargetMissing implements Check {
  private static final String VARIABLE = "CARGO_BUILD_TARGET";
  private static final List<String> PYO3 = List.of("pyo3", "pyo3-ffi");

  @Override
  public String id() {
    return "rust-target-missing";
  }

  @Override
  public String topic() {
    return "rust-toolchain-missing";
  }

  @Override
  public String question() {
    return "Has this Rust the target that is built for?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    Machine machine = snapshot.machine();
    List<String> installed =
        machine
            .environment()
            .flatMap(BuildEnvironment::rust)
            .map(RustPrograms::targets)
            .orElse(List.<String>of());
    if (installed.isEmpty()) return new Outcome.Unknown("which rustc there is could not be told");
    Optional<BuildTool> rustc = machine.environment().flatMap(each -> each.tool("rustc"));
    if (rustc.flatMap(BuildTool::version).filter(each -> each.contains("nightly")).isPresent()) {
      return new Outcome.NotApplicable("a nightly rustc may build the standard library itself");
    }
    return EachWorkspace.examine(
        snapshot, (project, workspace) -> findings(machine, project, workspace, installed, rustc));
  }

  private List<Finding> findings(
      Machine machine,
      Project project,
      Workspace workspace,
      List<String> installed,
      Optional<BuildTool> rustc) {
    Optional<RustToolchain> toolchain = machine.environment().flatMap(BuildEnvironment::toolchain);
    List<String> added =
        toolchain
            .filter(each -> each.autoInstall().orElse(true))
            .map(RustToolchain::targets)
            .orElse(List.<String>of());
    List<Finding> found = new ArrayList<>();
    if (hasItsOwn(project, workspace) || !usesPyo3(workspace)) return found;
    asked(machine, project, workspace)
        .forEach(
            (target, location) -> {
              if (isReleased(target) && !installed.contains(target) && !added.contains(target)) {
                found.add(finding(target, location, installed, rustc, toolchain));
              }
            });
    return found;
  }

  /** Parts of a project that have nothing to do with Python may be built for anything. */
  private static boolean usesPyo3(Workspace workspace) {
    return workspace.members().stream()
        .flatMap(member -> PYO3.stream().flatMap(member::dependenciesOn))
        .findAny()
        .isPresent();
  }

  /** A toolchain file below the project's folder decides; which targets that has is not known. */
  private static boolean hasItsOwn(Project project, Workspace workspace) {
    String folder = folder(workspace);
    return project.toolchains().stream()
        .anyMatch(
            each -> !each.folder().isEmpty() && (folder + "/").startsWith(each.folder() + "/"));
  }

  /** What is built for, by who asks for it; the variable goes before the nearest file. */
  private static Map<String, Optional<Location>> asked(
      Machine machine, Project project, Workspace workspace) {
    Map<String, Optional<Location>> asked = new LinkedHashMap<>();
    Optional<String> variable = machine.variable(VARIABLE).filter(value -> !value.isBlank());
    if (variable.isPresent()) {
      asked.put(variable.get(), Optional.empty());
      return asked;
    }
    project.cargoConfigs().stream()
        .filter(config -> config.appliesIn(folder(workspace)) && !config.targets().isEmpty())
        .findFirst()
        .map(CargoConfig::targets)
        .orElse(List.<Located<String>>of())
        .forEach(target -> asked.put(target.value(), Optional.of(target.location())));
    return asked;
  }

  private static String folder(Workspace workspace) {
    return workspace.manifest().replaceFirst("(^|/)[^/]*$", "");
  }

  /** Not a file that describes one, nor Cargo's word for the machine it runs on. */
  private static boolean isReleased(String target) {
    return target.matches("[a-z0-9_.]+(?:-[a-z0-9_.]+){1,3}")
        && !target.endsWith(".json")
        && !target.equals("host-tuple");
  }

  private Finding finding(
      String target,
      Optional<Location> location,
      List<String> installed,
      Optional<BuildTool> rustc,
      Optional<RustToolchain> toolchain) {
    List<String> evidence = new ArrayList<>();
    if (location.isEmpty()) evidence.add(VARIABLE + " is " + target);
    rustc.map(MaturinUse::evidence).ifPresent(evidence::add);
    evidence.add("it has the standard library of " + String.join(", ", installed));
    return new Finding(
        id(),
        topic(),
        Severity.ERROR,
        "this Rust has no standard library for `%s`, which is built for".formatted(target),
        location,
        List.copyOf(evidence),
        Optional.of(
            new Fix(
                toolchain
                    .map(_ -> "Get it: `rustup target add %s`".formatted(target))
                    .orElse("Install it, with rustup or from the packages that rustc came from"),
                Fix.Grade.MANUAL,
                List.of())));
  }
}
