package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.ExtensionModule.PythonPackage;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

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
    Set<String> pyo3s = pyo3s(project);
    List<Finding> findings = new ArrayList<>();
    boolean any = false;
    for (ExtensionModule module : project.extensionModules()) {
      if (module.pythonPackage().isPresent() && pyo3s.contains(module.cargoManifest())) {
        any = true;
        question.apply(module, module.pythonPackage().get()).ifPresent(findings::add);
      }
    }
    Optional<NotExamined> unread = EachWorkspace.unreadPyproject(project);
    if (findings.isEmpty() && unread.isPresent()) {
      return new Outcome.Unknown(unread.get().toString());
    }
    return any ? Outcome.of(findings) : new Outcome.NotApplicable("maturin builds no module here");
  }

  /** The packages that depend on PyO3: other bindings lay their files out in other ways. */
  private static Set<String> pyo3s(Project project) {
    return project.workspaces().stream()
        .flatMap(workspace -> workspace.members().stream())
        .filter(member -> member.library().isPresent())
        .filter(member -> member.dependenciesOn("pyo3").findAny().isPresent())
        .map(CargoPackage::manifest)
        .collect(Collectors.toSet());
  }
}
