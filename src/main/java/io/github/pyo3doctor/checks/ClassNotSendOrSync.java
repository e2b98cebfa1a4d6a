package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.ThreadSafety.Obstacle;
import io.github.pyo3doctor.checks.ThreadSafety.Promise;
import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.TypeDeclaration;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Python hands an object to any thread. So PyO3 asks that a class be {@code Send}, and since some
 * release {@code Sync}, unless it is {@code unsendable}; a field that is not keeps it from
 * compiling.
 */
final class ClassNotSendOrSync implements Check {
  private static final String CRATE = "pyo3";

  private final Version syncSince;
  private final OncePer<Workspace, MemberIndex> indexes;

  ClassNotSendOrSync(Facts facts, OncePer<Workspace, MemberIndex> indexes) {
    this.indexes = indexes;
    syncSince = Version.parse(facts.version("send-sync.sync-since")).orElseThrow();
  }

  @Override
  public String id() {
    return "class-not-send-or-sync";
  }

  @Override
  public String topic() {
    return "not-send-or-sync";
  }

  @Override
  public String question() {
    return "Can every `#[pyclass]` go from thread to thread?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    MemberIndex members = indexes.of(workspace);
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : workspace.members()) {
      Optional<Dependency> pyo3 = cargo.dependenciesOn(CRATE).findFirst();
      if (pyo3.isPresent()) {
        Optional<Pyo3Version> version = Pyo3Version.of(workspace, pyo3.get());
        Set<String> features = members.alone(cargo).features(cargo);
        for (CargoTarget target : cargo.targets()) {
          if (target.kind() == TargetKind.LIB || target.kind() == TargetKind.BIN) {
            findings.addAll(examine(cargo, target, features, version));
          }
        }
      }
    }
    return findings.stream().distinct().toList();
  }

  private List<Finding> examine(
      CargoPackage cargo, CargoTarget target, Set<String> features, Optional<Pyo3Version> version) {
    Set<String> promised =
        target.files().stream()
            .flatMap(file -> file.python().stream())
            .flatMap(code -> code.threadPromises().stream())
            .map(Located::value)
            .collect(Collectors.toSet());
    if (promised.contains("$")) {
      return List.of(); // a macro gives promises, to whom cannot be seen
    }
    List<TypeDeclaration> types =
        target.files().stream().flatMap(file -> file.types().stream()).toList();
    Set<String> otherCrates =
        cargo.dependencies().stream()
            .map(dependency -> dependency.name().replace('-', '_'))
            .collect(Collectors.toSet());
    ThreadSafety safety = new ThreadSafety(types, otherCrates, promised);
    List<Finding> findings = new ArrayList<>();
    for (RustFile file : target.files()) {
      for (PythonItem item : file.python().map(PythonCode::items).orElse(List.of())) {
        boolean judged =
            item.macroName().equals("pyclass")
                && !item.has("unsendable")
                && !promised.contains(item.name());
        if (judged) {
          file.types().stream()
              .filter(type -> type.location().equals(item.location()))
              .findFirst()
              .flatMap(type -> examine(cargo, item, type, safety, features, version))
              .ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private Optional<Finding> examine(
      CargoPackage cargo,
      PythonItem item,
      TypeDeclaration type,
      ThreadSafety safety,
      Set<String> features,
      Optional<Pyo3Version> version) {
    Truth sync = version.map(known -> known.range().atLeast(syncSince)).orElse(Truth.UNKNOWN);
    Optional<Obstacle> send = safety.obstacle(Promise.SEND, type);
    Optional<Obstacle> share =
        sync == Truth.FALSE ? Optional.empty() : safety.obstacle(Promise.SYNC, type);
    Optional<Obstacle> first = send.or(() -> share);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Set<String> conditions = new LinkedHashSet<>(item.conditions());
    conditions.addAll(item.macroConditions());
    conditions.addAll(first.get().conditions());
    CompiledWhen when = CompiledWhen.of(List.copyOf(conditions), cargo, features);
    if (when == CompiledWhen.UNKNOWN) {
      return Optional.empty();
    }
    boolean certain = when == CompiledWhen.ALWAYS && (send.isPresent() || sync == Truth.TRUE);
    List<String> evidence = new ArrayList<>();
    for (Located<String> step : first.get().steps()) {
      Location at = step.location();
      evidence.add("%s:%d: %s".formatted(at.file(), at.line(), step.value()));
    }
    evidence.add(
        send.isPresent()
            ? "a `#[pyclass]` has to be `Send`"
            : "a `#[pyclass]` has to be `Sync` since PyO3 " + syncSince.series());
    version.ifPresent(known -> evidence.add(known.evidence()));
    Promise missing = send.isPresent() ? Promise.SEND : Promise.SYNC;
    return Optional.of(
        new Finding(
            id(),
            topic(),
            certain ? Severity.ERROR : Severity.WARNING,
            "`%s` does not compile as a `#[pyclass]`%s: %s keeps it from being `%s`"
                .formatted(
                    item.name(),
                    when == CompiledWhen.ALWAYS ? "" : " when all of it is built",
                    first.get().culprit(),
                    missing.trait()),
            Optional.of(first.get().steps().getFirst().location()),
            evidence,
            Optional.of(new Fix(advice(first.get().culprit()), Fix.Grade.MANUAL, List.of()))));
  }

  private static String advice(String culprit) {
    return switch (culprit) {
      case "`Rc`" -> "Use `Arc` instead of `Rc`";
      case "`Cell`" -> "Use an atomic type, or a plain field and `&mut self`";
      case "`RefCell`" -> "Use `Mutex`, or a plain field and `&mut self`";
      case "`Receiver`" -> "Put the `Receiver` into a `Mutex`";
      case "a raw pointer", "`NonNull`" ->
          "Wrap the pointer in a type with `unsafe impl Send` and `Sync`, if what it points to"
              + " allows that";
      default ->
          culprit.startsWith("`dyn")
              ? "Write `+ Send + Sync` behind the trait"
              : "Use a type that is `Send` and `Sync`";
    };
  }
}
