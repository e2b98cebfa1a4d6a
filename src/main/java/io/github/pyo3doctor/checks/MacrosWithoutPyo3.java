package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PyO3's macros write code that says {@code ::pyo3}. A package that has PyO3 under another name, or
 * only through another crate, has to tell them the path.
 */
final class MacrosWithoutPyo3 implements Check {
  private static final String CRATE = "pyo3";
  private static final int MOST_EVIDENCE = 5;

  @Override
  public String id() {
    return "macros-without-pyo3";
  }

  @Override
  public String topic() {
    return "reexported-pyo3";
  }

  @Override
  public String question() {
    return "Do PyO3's macros find the crate `pyo3`?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : workspace.members()) {
      if (!hasPyo3(cargo)) {
        examine(cargo).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Whether {@code ::pyo3} names something in every target of the package. */
  private static boolean hasPyo3(CargoPackage cargo) {
    boolean named =
        cargo.dependencies().stream()
            .filter(dependency -> dependency.kind() != DependencyKind.BUILD)
            .anyMatch(dependency -> dependency.name().equals(CRATE));
    boolean own = cargo.library().filter(library -> library.name().equals(CRATE)).isPresent();
    boolean renamed =
        PythonSources.of(cargo).stream()
            .flatMap(code -> code.imports().stream())
            .anyMatch(path -> path.value().matches("\\w+ as pyo3"));
    return named || own || renamed;
  }

  private Optional<Finding> examine(CargoPackage cargo) {
    List<PythonItem> failing = new ArrayList<>();
    Optional<Way> way = Optional.empty();
    for (CargoTarget target : cargo.targets()) {
      if (target.kind() == TargetKind.LIB || target.kind() == TargetKind.BIN) {
        for (RustFile file : target.files()) {
          Optional<Way> here = file.python().flatMap(code -> way(cargo, file, code));
          if (here.isPresent()) {
            failing.addAll(failing(file.python().get()));
            way = way.or(() -> here);
          }
        }
      }
    }
    List<PythonItem> distinct = failing.stream().distinct().toList();
    return distinct.isEmpty()
        ? Optional.empty()
        : way.map(found -> finding(cargo, distinct, found));
  }

  /**
   * Which PyO3 a file's macros are of.
   *
   * @param path how this package could name it
   * @param renamed the entry that gives it another name, if one does
   */
  private record Way(String path, Optional<Dependency> renamed, Location seen) {}

  private static Optional<Way> way(CargoPackage cargo, RustFile file, PythonCode code) {
    for (Dependency dependency : cargo.dependencies()) {
      String crate = dependency.name().replace('-', '_');
      Optional<Located<String>> used =
          file.crates().stream().filter(name -> name.value().equals(crate)).findFirst();
      if (used.isPresent() && dependency.packageName().equals(CRATE)) {
        return Optional.of(new Way(crate, Optional.of(dependency), used.get().location()));
      }
      String reexport = crate + "::" + CRATE;
      Optional<Located<String>> imported =
          code.imports().stream().filter(path -> begins(path.value(), reexport)).findFirst();
      if (imported.isPresent()) {
        return Optional.of(new Way(reexport, Optional.empty(), imported.get().location()));
      }
    }
    return Optional.empty();
  }

  private static boolean begins(String path, String with) {
    String plain = path.startsWith("::") ? path.substring(2) : path;
    return plain.equals(with) || plain.startsWith(with + "::") || plain.startsWith(with + " ");
  }

  private static List<PythonItem> failing(PythonCode code) {
    return PythonSources.items(code)
        .filter(item -> !item.has("crate") && !item.name().startsWith("$"))
        .filter(item -> !item.macroName().equals("pyfn")) // its module says it
        .toList();
  }

  private Finding finding(CargoPackage cargo, List<PythonItem> failing, Way way) {
    PythonItem first = failing.getFirst();
    List<String> evidence = new ArrayList<>();
    evidence.add(
        way.renamed()
            .map(
                entry ->
                    place(entry.location())
                        + ": PyO3 is a dependency under the name `"
                        + entry.name()
                        + "`")
            .orElseGet(
                () ->
                    place(way.seen())
                        + ": PyO3 is taken from `"
                        + way.path()
                        + "`; "
                        + cargo.manifest()
                        + " has no dependency `pyo3`"));
    for (PythonItem item : failing.subList(0, Math.min(MOST_EVIDENCE, failing.size()))) {
      evidence.add(place(item.macroAt()) + ": " + macro(item) + " without `crate = \"…\"`");
    }
    if (failing.size() > MOST_EVIDENCE) {
      evidence.add("and " + (failing.size() - MOST_EVIDENCE) + " more");
    }
    String title =
        way.renamed().isPresent()
            ? "Write `extern crate %s as pyo3;` in the crate root".formatted(way.path())
            : "Add `pyo3` to the dependencies, or write `#[pyo3(crate = \"%s\")]` at each macro"
                .formatted(way.path());
    return new Finding(
        id(),
        topic(),
        Severity.ERROR,
        "%s does not compile: it looks for a crate `pyo3`, and `%s` has none of that name"
            .formatted(macro(first), cargo.name()),
        Optional.of(first.macroAt()),
        evidence,
        Optional.of(new Fix(title, Fix.Grade.MANUAL, List.of())));
  }

  private static String macro(PythonItem item) {
    boolean derive = Character.isUpperCase(item.macroName().charAt(0));
    return derive ? "`#[derive(" + item.macroName() + ")]`" : "`#[" + item.macroName() + "]`";
  }

  private static String place(Location at) {
    return at.file() + ":" + at.line();
  }
}
