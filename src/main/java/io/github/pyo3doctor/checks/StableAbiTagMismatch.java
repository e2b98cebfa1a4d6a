package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.ExtensionModule.StableAbi;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.TextFile;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * setuptools is told two things of the stable ABI: how to tag the wheel, and how to call the
 * module's file. PyO3 is told a third by its features. Where the wheel promises more Pythons than
 * the module is built for, it installs and cannot be imported.
 */
final class StableAbiTagMismatch implements Check {
  private static final String KEY = "py-limited-api";

  private final OncePer<Workspace, MemberIndex> indexes;

  StableAbiTagMismatch(OncePer<Workspace, MemberIndex> indexes) {
    this.indexes = indexes;
  }

  @Override
  public String id() {
    return "stable-abi-tag-mismatch";
  }

  @Override
  public String topic() {
    return "python-version-unsupported";
  }

  @Override
  public String question() {
    return "Is the module built for the Pythons that setuptools tags its wheel for?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examineWithPyproject(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    List<Finding> found = new ArrayList<>();
    for (ExtensionModule module : project.extensionModules()) {
      Optional<StableAbi> told = module.stableAbi().filter(each -> !each.open());
      Optional<CargoPackage> member =
          told.isPresent() ? member(workspace, module) : Optional.empty();
      if (member.isPresent()) {
        examine(project, indexes.of(workspace), member.get(), module, told.orElseThrow())
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** The member it is built from, if that is always linked with PyO3. */
  private static Optional<CargoPackage> member(Workspace workspace, ExtensionModule module) {
    return workspace.members().stream()
        .filter(member -> member.manifest().equals(module.cargoManifest()))
        .filter(member -> member.dependenciesOn("pyo3").anyMatch(Pyo3Version::isAlwaysLinked))
        .findFirst();
  }

  private Optional<Finding> examine(
      Project project,
      MemberIndex members,
      CargoPackage member,
      ExtensionModule module,
      StableAbi told) {
    List<FeatureGraph.Switched> on = stableAbi(members, member, module);
    String named = told.extension().map(Located::value).orElse("auto");
    if (told.wheel().isEmpty()) {
      return on.stream().anyMatch(FeatureGraph.Switched::certain)
              && !named.equals("false")
              && !isMentioned(project, module, told)
          ? Optional.of(untagged(on.getFirst(), module))
          : Optional.empty();
    }
    Located<String> tag = told.wheel().get();
    return switch (named) {
      case "false" -> Optional.of(namedForOne(tag, told.extension().orElseThrow()));
      case "true" -> tooFew(on, tag, told.extension().orElseThrow());
      default -> Optional.empty(); // setuptools-rust asks for the tag's own feature
    };
  }

  private static List<FeatureGraph.Switched> stableAbi(
      MemberIndex members, CargoPackage member, ExtensionModule module) {
    FeatureGraph graph =
        members.alone(
            member, !module.withoutDefaultFeatures(), module.features(), BuildConfiguration.UNIX);
    return Stream.of("pyo3", "pyo3-ffi")
        .flatMap(name -> graph.switchedOn(name).stream())
        .filter(switched -> switched.feature().matches("abi3t?(-py3\\d+)?"))
        .filter(switched -> !switched.onlyForTests())
        .toList();
  }

  /** Whether something besides what was read may decide about the tag. */
  private static boolean isMentioned(Project project, ExtensionModule module, StableAbi told) {
    String folder = module.location().file().replaceFirst("[^/]*$", "");
    boolean inPyproject =
        project.pyprojects().stream()
            .map(PyProject::path)
            .filter(path -> path.startsWith(folder) && told.extension().isEmpty())
            .flatMap(path -> project.manifest(path).stream())
            .map(TextFile::text)
            .anyMatch(text -> text.contains("limited"));
    return inPyproject
        || project.buildOptions().stream()
            .anyMatch(option -> option.value().replace('_', '-').equals(KEY));
  }

  private Optional<Finding> tooFew(
      List<FeatureGraph.Switched> on, Located<String> tag, Located<String> extension) {
    if (on.isEmpty()) {
      return Optional.of(
          mismatch(
              Severity.WARNING,
              tag,
              extension,
              "no feature `abi3` of PyO3 is on: the module is for the one Python that builds it",
              "Leave `"
                  + extensionKey(extension)
                  + "` out, so that the tag's feature is asked for"));
    }
    if (!on.stream().allMatch(FeatureGraph.Switched::certain)) {
      return Optional.empty();
    }
    Optional<Version> promised = Abi3Features.python(featureOf(tag));
    Optional<FeatureGraph.Switched> lowest =
        on.stream()
            .filter(switched -> oldest(switched).isPresent())
            .min(Comparator.comparing(switched -> oldest(switched).orElseThrow()));
    FeatureGraph.Switched counts = lowest.orElse(on.getFirst());
    String built =
        place(counts.because().getLast().location())
            + ": `"
            + counts.feature()
            + (lowest.isPresent()
                ? "` builds the module for that Python and later ones"
                : "` alone builds the module for the Python that builds it and later ones");
    boolean kept =
        lowest.flatMap(StableAbiTagMismatch::oldest).stream()
            .anyMatch(python -> promised.filter(named -> !named.atLeast(python)).isEmpty());
    return kept
        ? Optional.empty()
        : Optional.of(
            mismatch(
                lowest.isPresent() ? Severity.WARNING : Severity.HINT,
                tag,
                extension,
                built,
                "Let the feature name the tag's Python: `" + featureOf(tag) + "`"));
  }

  private static Optional<Version> oldest(FeatureGraph.Switched switched) {
    return Abi3Features.python(switched.feature());
  }

  private static String featureOf(Located<String> tag) {
    return Abi3Features.ofTag(tag.value());
  }

  private Finding mismatch(
      Severity severity,
      Located<String> tag,
      Located<String> extension,
      String built,
      String advice) {
    return new Finding(
        id(),
        topic(),
        severity,
        severity == Severity.HINT
            ? "the wheel is tagged `%s-abi3`, which holds only if the oldest of these Pythons builds it"
                .formatted(tag.value())
            : "the wheel is tagged `%s-abi3`, but its module is not built for all those Pythons"
                .formatted(tag.value()),
        Optional.of(tag.location()),
        List.of(
            place(tag.location()) + ": the wheel is for " + tag.value() + " and later",
            place(extension.location())
                + ": `"
                + extensionKey(extension)
                + "` is true, so setuptools-rust asks for no feature of its own",
            built),
        Optional.of(new Fix(advice, Fix.Grade.MANUAL, List.of())));
  }

  private Finding namedForOne(Located<String> tag, Located<String> extension) {
    return new Finding(
        id(),
        topic(),
        Severity.WARNING,
        "the wheel is tagged `%s-abi3`, but its module's name is for one Python only"
            .formatted(tag.value()),
        Optional.of(extension.location()),
        List.of(
            place(tag.location()) + ": the wheel is for " + tag.value() + " and later",
            place(extension.location())
                + ": `"
                + extensionKey(extension)
                + "` is false, so the file is called as no other Python looks for it"),
        Optional.of(
            new Fix("Leave `" + extensionKey(extension) + "` out", Fix.Grade.MANUAL, List.of())));
  }

  private Finding untagged(FeatureGraph.Switched feature, ExtensionModule module) {
    Location at = feature.because().getLast().location();
    String tag = feature.feature().replaceFirst("abi3t?-py", "cp");
    return new Finding(
        id(),
        topic(),
        Severity.HINT,
        "`%s` is built for the stable ABI, but its wheel is tagged for the one Python that builds it"
            .formatted(module.names().getFirst()),
        Optional.of(at),
        List.of(
            place(at) + ": `" + feature.feature() + "` is on",
            "no `" + KEY + "` under `[tool.distutils.bdist_wheel]`, in setup.cfg or in setup.py"),
        Optional.of(
            new Fix(
                "Write `%s = \"%s\"` under `[tool.distutils.bdist_wheel]` in pyproject.toml"
                    .formatted(KEY, tag.startsWith("cp") ? tag : "cp3…"),
                Fix.Grade.MANUAL,
                List.of())));
  }

  private static String extensionKey(Located<String> extension) {
    return extension.location().file().endsWith(".py") ? "py_limited_api" : KEY;
  }

  private static String place(Location at) {
    return at.file() + ":" + at.line();
  }
}
