package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Toolchain;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Rust that a project takes, by {@code rust-toolchain.toml}, or promises to build with, by
 * {@code rust-version}, is older than its PyO3 needs.
 */
final class RustOlderThanPyo3Needs implements Check {
  private final Map<String, Version> rustBySeries = new LinkedHashMap<>();

  RustOlderThanPyo3Needs(Facts facts) {
    for (Map<String, String> entry : facts.entries("series")) {
      rustBySeries.put(
          entry.getOrDefault("pyo3", ""),
          Version.parse(entry.getOrDefault("rust-min", "")).orElseThrow());
    }
  }

  @Override
  public String id() {
    return "rust-older-than-pyo3-needs";
  }

  @Override
  public String topic() {
    return "rust-toolchain-missing";
  }

  @Override
  public String question() {
    return "Is the Rust that the project asks for new enough for PyO3?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    List<Finding> found = new ArrayList<>();
    for (CargoPackage member : workspace.members()) {
      for (Dependency pyo3 : member.dependenciesOn("pyo3").toList()) {
        Optional<Pyo3Version> version = Pyo3Version.of(workspace, pyo3);
        Optional<Version> needed = version.flatMap(this::neededRust);
        if (needed.isPresent()) {
          toolchain(project, workspace, member)
              .filter(each -> isOlder(each.channel(), needed.get()))
              .ifPresent(each -> found.add(finding(each, pyo3, version.get(), needed.get())));
          member
              .rustVersion()
              .filter(each -> isOlder(each, needed.get()))
              .ifPresent(each -> found.add(finding(each, pyo3, version.get(), needed.get())));
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /** What the oldest PyO3 that is admitted needs; later ones need no older Rust. */
  private Optional<Version> neededRust(Pyo3Version version) {
    return Optional.ofNullable(rustBySeries.get(version.range().from().series()));
  }

  /** A channel such as {@code stable} or {@code nightly-2026-01-01} is no version. */
  private static boolean isOlder(Located<String> rust, Version needed) {
    String number = rust.value().split("-", 2)[0];
    return Version.parse(number).filter(version -> !version.atLeast(needed)).isPresent();
  }

  /** The one that rustup finds in the workspace's folder, or nearest above it. */
  private static Optional<Toolchain> toolchain(
      Project project, Workspace workspace, CargoPackage member) {
    String root = workspace.manifest().replaceFirst("(^|/)[^/]*$", "");
    return project.toolchains().stream()
        .filter(each -> holdsIn(each.folder(), root) && holdsIn(each.folder(), member.folder()))
        .max(Comparator.comparingInt(each -> each.folder().length()));
  }

  private static boolean holdsIn(String home, String folder) {
    return home.isEmpty() || folder.equals(home) || folder.startsWith(home + "/");
  }

  private Finding finding(
      Toolchain toolchain, Dependency pyo3, Pyo3Version version, Version needed) {
    return finding(
        Pyo3Version.isAlwaysLinked(pyo3) ? Severity.ERROR : Severity.WARNING,
        "`%s` takes Rust %s, but PyO3 %s needs %s"
            .formatted(
                toolchain.path(),
                toolchain.channel().value(),
                version.range().from().series(),
                needed.series()),
        toolchain.channel(),
        "",
        version,
        "Take Rust " + needed.series() + " or newer, or an older PyO3");
  }

  private Finding finding(
      Located<String> promised, Dependency pyo3, Pyo3Version version, Version needed) {
    return finding(
        Pyo3Version.isAlwaysLinked(pyo3) ? Severity.WARNING : Severity.HINT,
        "`rust-version` promises Rust %s, but PyO3 %s needs %s"
            .formatted(promised.value(), version.range().from().series(), needed.series()),
        promised,
        "rust-version = ",
        version,
        "Raise `rust-version` to what PyO3 needs");
  }

  private Finding finding(
      Severity severity,
      String message,
      Located<String> rust,
      String key,
      Pyo3Version version,
      String fix) {
    return new Finding(
        id(),
        topic(),
        severity,
        message,
        Optional.of(rust.location()),
        List.of(
            "%s:%d: %s\"%s\""
                .formatted(rust.location().file(), rust.location().line(), key, rust.value()),
            version.evidence()),
        Optional.of(new Fix(fix, Fix.Grade.MANUAL, List.of())));
  }
}
