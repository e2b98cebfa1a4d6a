package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.ExtensionModule.PythonPackage;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks a question of every module that maturin is told to build. */
final class EachModule {
  private EachModule() {}

  /** What the question finds of the modules and the Python code around them. */
  static Outcome examine(
      Snapshot snapshot, BiFunction<ExtensionModule, PythonPackage, Optional<Finding>> question) {
    if (snapshot.project().isEmpty()) {
      return new Outcome.NotApplicable("no project was examined");
    }
    Project project = snapshot.project().get();
    List<Finding> findings = new ArrayList<>();
    boolean any = false;
    for (ExtensionModule module : project.extensionModules()) {
      if (module.pythonPackage().isPresent() && isPyo3s(project, module)) {
        any = true;
        question.apply(module, module.pythonPackage().get()).ifPresent(findings::add);
      }
    }
    return any ? Outcome.of(findings) : new Outcome.NotApplicable("maturin builds no module here");
  }

  /** Whether the package depends on PyO3: other bindings lay their files out in other ways. */
  private static boolean isPyo3s(Project project, ExtensionModule module) {
    return project.workspaces().stream()
        .flatMap(workspace -> workspace.members().stream())
        .filter(member -> member.manifest().equals(module.cargoManifest()))
        .filter(member -> member.library().isPresent())
        .anyMatch(member -> member.dependenciesOn("pyo3").findAny().isPresent());
  }
}
