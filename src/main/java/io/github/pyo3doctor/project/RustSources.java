package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the Rust sources of the workspaces in which a member depends on PyO3, be it through another
 * package; elsewhere no check asks for them. Nor are those of members read that lie outside the
 * project's folder.
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
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Map<Path, Future<List<RustFile>>> trees = new HashMap<>();
      for (Path root : roots(workspaces)) {
        trees.computeIfAbsent(root, _ -> pool.submit(() -> modules.follow(root)));
      }
      Map<String, List<RustFile>> read = new HashMap<>();
      for (Map.Entry<Path, Future<List<RustFile>>> tree : trees.entrySet()) {
        read.put(files.relative(tree.getKey()), result(tree.getValue()));
      }
      kept.keep();
      return workspaces.stream().map(workspace -> filled(workspace, read)).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  /** The root files to start from, those of missing targets left out. */
  private List<Path> roots(List<Workspace> workspaces) {
    List<Path> found = new ArrayList<>();
    for (Workspace workspace : workspaces) {
      if (dependsOnPyo3(workspace)) {
        for (CargoPackage member : workspace.members()) {
          for (CargoTarget target : member.targets()) {
            Path root = files.resolve(target.path());
            if (root.startsWith(files.folder()) && Files.exists(root)) {
              found.add(root);
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean dependsOnPyo3(Workspace workspace) {
    return workspace.members().stream()
            .flatMap(member -> member.dependencies().stream())
            .anyMatch(dependency -> PYO3.contains(dependency.packageName()))
        || workspace.locked().stream().anyMatch(locked -> PYO3.contains(locked.name()));
  }

  private static List<RustFile> result(Future<List<RustFile>> tree) {
    try {
      return tree.get();
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

  private static Workspace filled(Workspace workspace, Map<String, List<RustFile>> read) {
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

  private static CargoPackage filled(CargoPackage member, Map<String, List<RustFile>> read) {
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
              pruned(read.getOrDefault(target.path(), List.of()))));
    }
    return member.with(targets);
  }
}
