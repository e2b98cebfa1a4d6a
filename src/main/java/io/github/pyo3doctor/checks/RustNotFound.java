package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.RustPrograms;
import io.github.pyo3doctor.snapshot.RustToolchain;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Toolchain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * No Rust is started by {@code cargo} and {@code rustc}: {@code PATH} does not lead to them, or to
 * rustup, which has no toolchain to start.
 */
final class RustNotFound implements Check {
  /** What rustup can get by itself; every other name is of a toolchain that somebody linked. */
  private static final Pattern RELEASED =
      Pattern.compile("(?:stable|beta|nightly|\\d+\\.\\d+(?:\\.\\d+)?)(?:-.+)?");

  @Override
  public String id() {
    return "rust-not-found";
  }

  @Override
  public String topic() {
    return "rust-toolchain-missing";
  }

  @Override
  public String question() {
    return "Is there a Rust to build with?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    Optional<BuildEnvironment> environment = snapshot.machine().environment();
    if (environment.flatMap(BuildEnvironment::rust).isEmpty()) {
      return new Outcome.Unknown("no Rust was looked for");
    }
    return EachWorkspace.examine(
        snapshot,
        (project, workspace) ->
            workspace.equals(project.workspaces().getFirst())
                ? finding(project, environment.get()).stream().toList()
                : List.of());
  }

  private Optional<Finding> finding(Project project, BuildEnvironment environment) {
    List<RustPrograms.Program> programs =
        environment.rust().stream().flatMap(rust -> rust.programs().stream()).toList();
    Optional<RustPrograms.Program> missing =
        programs.stream().filter(each -> each.file().isEmpty()).findFirst();
    if (missing.isPresent()) return Optional.of(missing(project, missing.get()));
    Optional<RustPrograms.Program> rustup =
        programs.stream().filter(RustPrograms.Program::rustup).findFirst();
    if (rustup.isEmpty()) return Optional.empty();
    return environment
        .toolchain()
        .map(
            toolchain ->
                toolchain.folder().isPresent()
                    ? Optional.<Finding>empty()
                    : Optional.of(notInstalled(project, toolchain)))
        .orElseGet(() -> Optional.of(noDefault(rustup.get())));
  }

  /** Where maturin is the backend, {@code pip install} gets a Rust by itself. */
  private Finding missing(Project project, RustPrograms.Program program) {
    boolean fetched = !MaturinUse.pyprojects(project).isEmpty();
    List<String> evidence = new ArrayList<>(List.of("no `" + program.name() + "` on PATH"));
    program.elsewhere().ifPresent(file -> evidence.add("it lies elsewhere: " + file));
    return finding(
        fetched || program.elsewhere().isPresent() ? Severity.WARNING : Severity.ERROR,
        "`%s` cannot be started: PATH does not lead to it".formatted(program.name()),
        Optional.empty(),
        evidence,
        program
            .elsewhere()
            .map(file -> "Put the folder of " + file + " on PATH")
            .orElse("Install Rust, with rustup or from the system's packages"));
  }

  private Finding noDefault(RustPrograms.Program rustup) {
    return finding(
        Severity.ERROR,
        "rustup has no toolchain to start: none is asked for, and there is no default",
        Optional.empty(),
        List.of(rustup.name() + " is rustup: " + rustup.file().orElse("")),
        "Choose one: `rustup default stable`");
  }

  /** What rustup can get is one command away, which cargo names itself; the rest is not. */
  private Finding notInstalled(Project project, RustToolchain toolchain) {
    boolean released = RELEASED.matcher(toolchain.name()).matches();
    boolean gets = toolchain.autoInstall().orElse(true) && released;
    List<String> evidence = new ArrayList<>();
    evidence.add("asked for by " + toolchain.chosenBy());
    evidence.add(
        toolchain.installed().isEmpty()
            ? "no toolchain is installed"
            : "installed: " + String.join(", ", toolchain.installed()));
    if (gets) evidence.add("rustup downloads it when it is needed, unless told not to");
    return finding(
        released ? Severity.HINT : Severity.ERROR,
        "the Rust toolchain `%s` is not installed".formatted(toolchain.name()),
        project.toolchains().stream()
            .filter(
                each ->
                    toolchain
                        .chosenBy()
                        .replace('\\', '/')
                        .equals((project.root() + "/" + each.path()).replace('\\', '/')))
            .findFirst()
            .map(Toolchain::channel),
        evidence,
        released
            ? "Install it: `rustup toolchain install %s`".formatted(toolchain.name())
            : "Ask for another toolchain, or link one of that name: `rustup toolchain link`");
  }

  private Finding finding(
      Severity severity,
      String message,
      Optional<Located<String>> place,
      List<String> evidence,
      String fix) {
    return new Finding(
        id(),
        topic(),
        severity,
        message,
        place.map(Located::location),
        List.copyOf(evidence),
        Optional.of(new Fix(fix, Fix.Grade.MANUAL, List.of())));
  }
}
