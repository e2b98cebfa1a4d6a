package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.ApiCode;
import io.github.pyo3doctor.snapshot.ApiUse;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PyO3 gives names up: a release marks them as deprecated, a later one is without them. Code that
 * still uses one does not compile with the PyO3 that the project takes.
 */
final class RemovedNameUsed implements Check {
  private static final String CRATE = "pyo3";
  private static final int MOST_EVIDENCE = 4;

  private final RemovedNames names;
  private final Set<String> followers = new HashSet<>();
  private final OncePer<Workspace, MemberIndex> indexes;

  RemovedNameUsed(Facts facts, OncePer<Workspace, MemberIndex> indexes) {
    this.indexes = indexes;
    names = new RemovedNames(facts);
    facts.entries("follows-pyo3").forEach(entry -> followers.add(entry.getOrDefault("crate", "")));
  }

  @Override
  public String id() {
    return "removed-name-used";
  }

  @Override
  public String topic() {
    return "api-removed";
  }

  @Override
  public String question() {
    return "Does the code use names that its PyO3 has no more?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  /** A name of PyO3's where the code uses it. */
  private record Use(RemovedNames.Name name, Located<String> line, CompiledWhen compiled) {
    /** The release that takes the name away; for a name that stays one that never comes. */
    Version goneBefore() {
      return name.removed().orElse(new Version(Integer.MAX_VALUE, 0, 0));
    }
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    MemberIndex members = indexes.of(workspace);
    Set<String> own = ownNames(workspace);
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : workspace.members()) {
      Optional<Dependency> pyo3 =
          cargo
              .dependenciesOn(CRATE)
              .filter(dependency -> dependency.name().equals(CRATE))
              .findFirst()
              .filter(dependency -> dependency.git().isEmpty() && dependency.path().isEmpty());
      pyo3.flatMap(dependency -> Pyo3Version.of(workspace, dependency))
          .ifPresent(
              version ->
                  findings.addAll(
                      examine(
                          cargo,
                          version,
                          surely(uses(members, cargo, own), mayAddMethods(workspace, cargo)))));
    }
    return findings;
  }

  /**
   * Whether a method that takes the token may come from another crate: one that knows Python, and
   * is none of those that go with PyO3 and have no such methods.
   */
  private boolean mayAddMethods(Workspace workspace, CargoPackage cargo) {
    return cargo.dependencies().stream()
        .filter(dependency -> workspace.memberOf(dependency).isEmpty())
        .map(Dependency::packageName)
        .filter(name -> !name.startsWith(CRATE) && !followers.contains(name))
        .flatMap(name -> workspace.locked(name).stream())
        .anyMatch(PythonMembers::leadsToPyo3);
  }

  /** Where such a method may be another crate's, it takes a path that went with it to tell. */
  private static List<Use> surely(List<Use> uses, boolean othersMethods) {
    Set<Optional<Version>> told = new HashSet<>();
    uses.stream()
        .filter(use -> !use.name().takesToken())
        .forEach(use -> told.add(use.name().removed()));
    return uses.stream()
        .filter(
            use ->
                !othersMethods || !use.name().takesToken() || told.contains(use.name().removed()))
        .toList();
  }

  /** What the workspace declares itself; a use of such a name proves nothing. */
  private static Set<String> ownNames(Workspace workspace) {
    Set<String> own = new HashSet<>();
    for (CargoPackage cargo : workspace.members()) {
      for (CargoTarget target : cargo.targets()) {
        for (RustFile file : target.files()) {
          file.functions().stream().map(RustFunction::name).forEach(own::add);
          file.api().map(ApiCode::declared).ifPresent(own::addAll);
        }
      }
    }
    return own;
  }

  private List<Finding> examine(CargoPackage cargo, Pyo3Version version, List<Use> uses) {
    Map<String, List<Use>> gone = new LinkedHashMap<>();
    List<Use> going = new ArrayList<>();
    for (Use use : uses) {
      Truth removed = use.name().removed().map(version.range()::atLeast).orElse(Truth.FALSE);
      Truth deprecated = use.name().deprecated().map(version.range()::atLeast).orElse(Truth.FALSE);
      if (removed == Truth.TRUE) {
        gone.computeIfAbsent(use.name().display(), _ -> new ArrayList<>()).add(use);
      } else if (removed == Truth.UNKNOWN || deprecated == Truth.TRUE) {
        going.add(use);
      }
    }
    List<Finding> findings = new ArrayList<>();
    gone.forEach((_, found) -> findings.add(gone(cargo, version, found)));
    if (!going.isEmpty()) {
      findings.add(going(cargo, version, going));
    }
    return findings;
  }

  /** Each name once for each file, those that every build compiles first. */
  private List<Use> uses(MemberIndex members, CargoPackage cargo, Set<String> own) {
    FeatureGraph usual = members.alone(cargo);
    Set<String> features = usual.features(cargo);
    boolean inUse = usual.dependenciesOn(CRATE).stream().anyMatch(cargo.dependencies()::contains);
    Map<String, Use> found = new LinkedHashMap<>();
    for (CargoTarget target : cargo.targets()) {
      boolean built = target.kind() == TargetKind.LIB || target.kind() == TargetKind.BIN;
      boolean always = inUse && built && features.containsAll(target.requiredFeatures());
      for (RustFile file : target.files()) {
        names(file, own)
            .map(use -> use.compiled(CompiledWhen.of(use.conditions(), cargo, features), always))
            .filter(use -> use.compiled() != CompiledWhen.UNKNOWN)
            .forEach(
                use ->
                    found.merge(
                        use.name().display() + " " + use.line().location().file(),
                        use,
                        (first, second) ->
                            second.compiled().compareTo(first.compiled()) < 0 ? second : first));
      }
    }
    return List.copyOf(found.values());
  }

  /** A name before it is known when it is compiled. */
  private record Seen(RemovedNames.Name name, Located<String> line, List<String> conditions) {
    Use compiled(CompiledWhen code, boolean always) {
      CompiledWhen when = code == CompiledWhen.ALWAYS && !always ? CompiledWhen.ASKED_FOR : code;
      return new Use(name, line, when);
    }
  }

  private Stream<Seen> names(RustFile file, Set<String> own) {
    ApiCode api = file.api().orElse(ApiCode.NONE);
    Stream<Seen> used =
        api.uses().stream()
            .filter(use -> !isOwn(use, own))
            .flatMap(
                use ->
                    names.of(use, api.globs()).stream()
                        .filter(name -> !own.contains(name.method()))
                        .map(name -> new Seen(name, use.line(), use.conditions())));
    Stream<Seen> options =
        file.python().stream()
            .flatMap(code -> code.items().stream())
            .flatMap(item -> options(item));
    return Stream.concat(used, options);
  }

  private Stream<Seen> options(PythonItem item) {
    return item.options().stream()
        .filter(option -> !option.conditional())
        .flatMap(option -> names.option(item.macroName(), option).stream())
        .map(
            name ->
                new Seen(name, new Located<>(name.spelling(), item.macroAt()), item.conditions()));
  }

  /** Whether the first word of a path, which no import explains, is declared in the workspace. */
  private static boolean isOwn(ApiUse use, Set<String> own) {
    String path = use.name().substring(use.name().lastIndexOf(' ') + 1);
    return !path.startsWith(CRATE + "::") && own.contains(path.replaceFirst("::.*", ""));
  }

  private Finding gone(CargoPackage cargo, Pyo3Version version, List<Use> uses) {
    List<Use> sorted = uses.stream().sorted(Comparator.comparing(Use::compiled)).toList();
    Use first = sorted.getFirst();
    boolean certain = version.isLocked() && first.compiled() == CompiledWhen.ALWAYS;
    List<String> evidence = new ArrayList<>();
    evidence.add(version.evidence());
    evidence.add(history(first.name()));
    evidence.addAll(places(sorted));
    return new Finding(
        id(),
        topic(),
        certain ? Severity.ERROR : Severity.WARNING,
        "`%s` does not compile%s: %s is gone since PyO3 %s"
            .formatted(
                cargo.name(),
                first.compiled() == CompiledWhen.ALWAYS ? "" : " when all of it is built",
                described(first.name()),
                first.name().removed().orElseThrow().series()),
        Optional.of(first.line().location()),
        evidence,
        Optional.of(manual("Write " + quoted(first.name().instead()) + " instead")));
  }

  private Finding going(CargoPackage cargo, Pyo3Version version, List<Use> found) {
    List<Use> uses = found.stream().sorted(Comparator.comparing(Use::goneBefore)).toList();
    Use first = uses.getFirst();
    List<String> displayed = uses.stream().map(use -> use.name().display()).distinct().toList();
    List<String> evidence = new ArrayList<>();
    evidence.add(version.evidence());
    displayed.stream()
        .limit(MOST_EVIDENCE)
        .map(name -> uses.stream().filter(use -> use.name().display().equals(name)).findFirst())
        .forEach(use -> evidence.add(history(use.orElseThrow().name())));
    evidence.addAll(places(uses));
    String more =
        switch (displayed.size()) {
          case 1 -> "";
          case 2 -> ", and one more such name";
          default -> ", and " + (displayed.size() - 1) + " more such names";
        };
    return new Finding(
        id(),
        topic(),
        Severity.HINT,
        "`%s` uses `%s`, which PyO3 %s%s"
            .formatted(
                cargo.name(),
                displayed.getFirst(),
                first
                    .name()
                    .removed()
                    .map(removed -> removed.series() + " takes away")
                    .orElse("advises against"),
                more),
        Optional.of(first.line().location()),
        evidence,
        Optional.of(manual("Write " + quoted(first.name().instead()) + " instead")));
  }

  private static String history(RemovedNames.Name name) {
    String deprecated =
        name.deprecated().map(since -> "deprecated since PyO3 " + since.series()).orElse("");
    String removed = name.removed().map(since -> "gone since " + since.series()).orElse("");
    String both = deprecated.isEmpty() || removed.isEmpty() ? "" : ", ";
    return "`%s`: %s%s%s".formatted(name.display(), deprecated, both, removed);
  }

  private static List<String> places(List<Use> uses) {
    List<String> found = new ArrayList<>();
    for (Use use : uses.subList(0, Math.min(MOST_EVIDENCE, uses.size()))) {
      found.add(
          "%s:%d: %s"
              .formatted(
                  use.line().location().file(), use.line().location().line(), use.line().value()));
    }
    if (uses.size() > MOST_EVIDENCE) {
      found.add("and " + (uses.size() - MOST_EVIDENCE) + " more");
    }
    return found;
  }

  private static String described(RemovedNames.Name name) {
    String display = "`" + name.display() + "`";
    return name.spelling().startsWith("&") ? display + " as an argument" : display;
  }

  private static String quoted(String instead) {
    return instead.contains(" ") ? instead : "`" + instead + "`";
  }

  private static Fix manual(String title) {
    return new Fix(title, Fix.Grade.MANUAL, List.of());
  }
}
