package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.ApiCode;
import io.github.pyo3doctor.snapshot.ApiUse;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The closure that is given to {@code detach} runs on a thread that is not attached; what stands
 * for being attached cannot go in, and the compiler says that it is not {@code Send}.
 */
final class DetachedClosureNotSend implements Check {
  private static final String CRATE = "pyo3";
  private static final Set<String> ATTACHED =
      Set.of("Python", "Bound", "Borrowed", "PyRef", "PyRefMut");

  private final OncePer<Workspace, MemberIndex> indexes;

  DetachedClosureNotSend(OncePer<Workspace, MemberIndex> indexes) {
    this.indexes = indexes;
  }

  @Override
  public String id() {
    return "detached-closure-not-send";
  }

  @Override
  public String topic() {
    return "not-send-or-sync";
  }

  @Override
  public String question() {
    return "Do closures for `detach` leave behind what belongs to the attached thread?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    MemberIndex members = indexes.of(workspace);
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : workspace.members()) {
      if (cargo.dependenciesOn(CRATE).findAny().isPresent() && !offersOwn(cargo)) {
        Set<String> features = members.alone(cargo).features(cargo);
        for (CargoTarget target : cargo.targets()) {
          boolean built = target.kind() == TargetKind.LIB || target.kind() == TargetKind.BIN;
          for (RustFile file : target.files()) {
            ApiCode api = file.api().orElse(ApiCode.NONE);
            for (ApiUse use : api.uses()) {
              examine(cargo, use, api.globs(), features, built).ifPresent(findings::add);
            }
          }
        }
      }
    }
    return findings.stream().distinct().toList();
  }

  /** Whether a method of that name is the package's own, which may ask for less. */
  private static boolean offersOwn(CargoPackage cargo) {
    return cargo.targets().stream()
        .flatMap(target -> target.files().stream())
        .flatMap(file -> file.functions().stream())
        .map(RustFunction::name)
        .anyMatch(Reach.DETACHING::contains);
  }

  private Optional<Finding> examine(
      CargoPackage cargo, ApiUse use, List<String> globs, Set<String> features, boolean built) {
    if (use.form() != ApiUse.Form.CAPTURED) {
      return Optional.empty();
    }
    String[] words = use.name().split(" ", 2);
    String type = words[1].substring(words[1].lastIndexOf(':') + 1);
    boolean ofPyo3 =
        words[1].startsWith(CRATE + "::")
            || globs.stream().anyMatch(glob -> glob.startsWith(CRATE + "::"));
    CompiledWhen when = CompiledWhen.of(use.conditions(), cargo, features);
    if (!ATTACHED.contains(type) || !ofPyo3 || when == CompiledWhen.UNKNOWN) {
      return Optional.empty();
    }
    boolean always = when == CompiledWhen.ALWAYS && built;
    String name = words[0];
    return Optional.of(
        new Finding(
            id(),
            topic(),
            always ? Severity.ERROR : Severity.WARNING,
            "`%s` does not compile%s: a closure that runs detached uses `%s`, which is %s"
                .formatted(
                    cargo.name(), always ? "" : " when all of it is built", name, article(type)),
            Optional.of(use.line().location()),
            List.of(
                "%s:%d: %s"
                    .formatted(
                        use.line().location().file(),
                        use.line().location().line(),
                        use.line().value()),
                "`" + type + "` is not `Send`: it stands for a thread that is attached"),
            Optional.of(
                new Fix(
                    type.equals("Python")
                        ? "Do what needs `" + name + "` before or after, or attach again inside"
                        : "Take what is needed out of `" + name + "` before the closure",
                    Fix.Grade.MANUAL,
                    List.of()))));
  }

  private static String article(String type) {
    return type.equals("Python") ? "the `Python` token" : "a `" + type + "`";
  }
}
