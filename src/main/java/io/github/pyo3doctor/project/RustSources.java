package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

/**
 * Reads the Rust sources of the workspaces in which a member depends on PyO3, be it through another
 * package; elsewhere no check asks for them. Of a member that does not depend on PyO3 itself, and
 * in whose sources nothing speaks of Python or of signals, no more is read than which crates it
 * uses, what its functions are called, and which are tests. Nor are the sources of members read
 * that lie outside the project's folder.
 */
final class RustSources {
  private static final Set<String> PYO3 = Set.of("pyo3", "pyo3-ffi");

  private static final int MOST_THREADS = 8;

  private final ProjectFiles files;
  private final KeptFacts kept;
  private final ModuleTree modules;

  RustSources(ProjectFiles files, KeptFacts kept) {
    this.files = files;
    this.kept = kept;
    modules = new ModuleTree(files, kept);
  }

  /** The workspaces again, with the files of their targets. */
  List<Workspace> fill(List<Workspace> workspaces) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      Map<Path, List<RustFile>> read = read(members(workspaces), pool);
      kept.keep();
      return workspaces.stream().map(workspace -> filled(workspace, read)).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  /** By their root files, the sources of packages that may have to do with Python come whole. */
  private Map<Path, List<RustFile>> read(List<CargoPackage> members, ForkJoinPool pool) {
    Map<Path, ModuleTree.Target> whole = new LinkedHashMap<>();
    Map<Path, ModuleTree.Target> outlined = new LinkedHashMap<>();
    for (CargoPackage member : members) {
      submit(member, !dependsOnPyo3(member), dependsOnPyo3(member) ? whole : outlined, pool);
    }
    Map<Path, ModuleTree.Tree> outlines = trees(outlined);
    for (CargoPackage member : members) {
      if (roots(member).stream()
          .anyMatch(root -> outlines.containsKey(root) && !outlines.get(root).outline())) {
        submit(member, false, whole, pool);
      }
    }
    Map<Path, List<RustFile>> read = new HashMap<>();
    outlines.forEach((root, tree) -> read.put(root, tree.files()));
    trees(whole).forEach((root, tree) -> read.put(root, tree.files()));
    return read;
  }

  private static Map<Path, ModuleTree.Tree> trees(Map<Path, ModuleTree.Target> targets) {
    Map<Path, ModuleTree.Tree> trees = new LinkedHashMap<>();
    targets.forEach(
        (root, target) -> {
          result(target);
          trees.put(root, target.tree());
        });
    return trees;
  }

  private void submit(
      CargoPackage member,
      boolean outline,
      Map<Path, ModuleTree.Target> targets,
      ForkJoinPool pool) {
    for (Path root : roots(member)) {
      targets.computeIfAbsent(
          root,
          _ -> {
            ModuleTree.Target target = modules.target(root, outline);
            pool.execute(target);
            return target;
          });
    }
  }

  private static List<CargoPackage> members(List<Workspace> workspaces) {
    return workspaces.stream()
        .filter(RustSources::dependsOnPyo3)
        .flatMap(workspace -> workspace.members().stream())
        .toList();
  }

  /** The root files to start from, those of missing targets left out. */
  private List<Path> roots(CargoPackage member) {
    return member.targets().stream()
        .map(target -> files.resolve(target.path()))
        .filter(root -> root.startsWith(files.folder()) && Files.exists(root))
        .toList();
  }

  private static boolean dependsOnPyo3(Workspace workspace) {
    return workspace.members().stream().anyMatch(RustSources::dependsOnPyo3)
        || workspace.locked().stream().anyMatch(locked -> PYO3.contains(locked.name()));
  }

  private static boolean dependsOnPyo3(CargoPackage member) {
    return member.dependencies().stream()
        .anyMatch(dependency -> PYO3.contains(dependency.packageName()));
  }

  /** What a reading comes to, or what stopped it. */
  static <T> T result(Future<T> reading) {
    try {
      return reading.get();
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case CancellationException cancelled -> throw cancelled;
        case RuntimeException broken -> throw broken;
        case Error fatal -> throw fatal;
        case null, default -> throw new IllegalStateException(failure);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Reading the project was interrupted.");
    }
  }

  private Workspace filled(Workspace workspace, Map<Path, List<RustFile>> read) {
    List<CargoPackage> members =
        workspace.members().stream().map(member -> filled(member, read)).toList();
    return workspace.with(members);
  }

  /** Types matter only where a Python class may hold them. */
  private static List<RustFile> pruned(List<RustFile> files) {
    boolean classes =
        files.stream()
            .flatMap(file -> file.python().stream())
            .flatMap(code -> code.items().stream())
            .anyMatch(item -> item.macroName().equals("pyclass"));
    return classes ? files : files.stream().map(RustFile::withoutTypes).toList();
  }

  private CargoPackage filled(CargoPackage member, Map<Path, List<RustFile>> read) {
    List<CargoTarget> targets = new ArrayList<>();
    for (CargoTarget target : member.targets()) {
      targets.add(
          new CargoTarget(
              target.kind(),
              target.name(),
              target.path(),
              target.crateTypes(),
              target.crateTypeAt(),
              target.tested(),
              target.requiredFeatures(),
              pruned(read.getOrDefault(files.resolve(target.path()), List.of()))));
    }
    return member.with(targets);
  }
}
