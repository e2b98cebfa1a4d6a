package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.WorkflowCommand;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A {@code cargo build} as somebody would type it, as far as all of it is understood.
 *
 * @param folder the folder whose manifest it takes, relative to the project's root
 * @param packages those it names
 * @param excluded those it leaves out of the workspace
 * @param workspace whether it builds every other member
 * @param defaultFeatures whether default features are on
 */
record CargoCommand(
    String folder,
    List<String> packages,
    List<String> excluded,
    boolean workspace,
    boolean defaultFeatures) {
  private static final Set<String> BUILD = Set.of("build", "b");

  /** Arguments that leave open neither what is built nor for what. */
  private static final Set<String> HARMLESS =
      Set.of(
          "--release",
          "-r",
          "--verbose",
          "-v",
          "-vv",
          "--locked",
          "--frozen",
          "--offline",
          "--lib",
          "--all-targets",
          "--all-features",
          "--keep-going",
          "--quiet",
          "-q");

  private static final Set<String> HARMLESS_WITH_VALUE =
      Set.of("--features", "-F", "--profile", "--target-dir", "--jobs", "-j", "--color");

  /** Reads a command; empty when it is no {@code cargo build} for the Mac it runs on. */
  static Optional<CargoCommand> of(WorkflowCommand command) {
    Deque<String> words =
        new ArrayDeque<>(List.of(command.command().replace('=', ' ').split("\\s+", -1)));
    words.removeFirst();
    if (!words.isEmpty() && words.getFirst().startsWith("+")) {
      words.removeFirst();
    }
    if (words.isEmpty() || !BUILD.contains(words.removeFirst())) {
      return Optional.empty();
    }
    List<String> packages = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    boolean workspace = false;
    boolean defaults = true;
    Path folder = Path.of(command.folder());
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      String value = words.isEmpty() ? "" : words.getFirst();
      switch (word) {
        case "-p", "--package" -> packages.add(words.isEmpty() ? "" : words.removeFirst());
        case "--exclude" -> excluded.add(words.isEmpty() ? "" : words.removeFirst());
        case "--workspace", "--all" -> workspace = true;
        case "--no-default-features" -> defaults = false;
        case "--manifest-path" -> {
          folder = folder.resolve(value).resolveSibling("").normalize();
          words.pollFirst();
        }
        default -> {
          if (HARMLESS_WITH_VALUE.contains(word)) {
            words.pollFirst();
          } else if (!HARMLESS.contains(word)) {
            return Optional.empty();
          }
        }
      }
    }
    boolean plain =
        Stream.concat(packages.stream(), excluded.stream())
                .allMatch(name -> name.matches("[\\w-]+"))
            && folder.toString().matches("[\\w./\\\\-]*");
    return plain
        ? Optional.of(
            new CargoCommand(
                folder.toString().replace('\\', '/'),
                List.copyOf(packages),
                List.copyOf(excluded),
                workspace,
                defaults))
        : Optional.empty();
  }

  /** Whether it builds that member of a workspace. */
  boolean builds(Workspace all, CargoPackage member) {
    Optional<String> manifest = manifest(all);
    if (manifest.isEmpty()) {
      return false;
    }
    if (!packages.isEmpty()) {
      return packages.contains(member.name());
    }
    if (workspace) {
      return !excluded.contains(member.name());
    }
    return manifest.get().equals(all.manifest())
        ? all.defaultMembers().contains(member.manifest())
        : manifest.get().equals(member.manifest());
  }

  /** The manifest of the workspace that lies nearest above the folder. */
  private Optional<String> manifest(Workspace all) {
    return Stream.concat(
            Stream.of(all.manifest()), all.members().stream().map(CargoPackage::manifest))
        .filter(manifest -> isAbove(manifest.replaceFirst("(^|/)[^/]*$", "")))
        .max(Comparator.comparingInt(String::length));
  }

  private boolean isAbove(String other) {
    return other.isEmpty() || folder.equals(other) || folder.startsWith(other + "/");
  }
}
