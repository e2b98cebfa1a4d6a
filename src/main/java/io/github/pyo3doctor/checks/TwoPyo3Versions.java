package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.LockedPackage;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.TextFile;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workspace depends on asks for two versions of PyO3. {@code links = "python"} lets Cargo
 * build one of them only, so it stops before it compiles anything. Of {@code pyo3-build-config} it
 * builds two, and a newer one may ask an older PyO3 for what that does not tell.
 */
final class TwoPyo3Versions implements Check {
  private static final List<String> PYO3 = List.of("pyo3-ffi", "pyo3");

  private final Map<String, Version> followers = new HashMap<>();
  private final Version linksSince;
  private final BuildConfigOfNewerPyo3 buildConfig;

  TwoPyo3Versions(Facts facts) {
    linksSince = Version.parse(facts.version("two-versions.links-since")).orElseThrow();
    buildConfig = new BuildConfigOfNewerPyo3(facts);
    for (Map<String, String> entry : facts.entries("follows-pyo3")) {
      Version since = Version.parse(entry.getOrDefault("since", "")).orElseThrow();
      followers.put(entry.getOrDefault("crate", ""), since);
    }
  }

  @Override
  public String id() {
    return "two-pyo3-versions";
  }

  @Override
  public String topic() {
    return "two-pyo3-versions";
  }

  @Override
  public String question() {
    return "Does everything agree on one version of PyO3?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(
        snapshot,
        (project, workspace) ->
            inManifests(project, workspace)
                .or(() -> inLockFile(workspace))
                .map(List::of)
                .orElseGet(() -> buildConfig.findings(id(), topic(), workspace)));
  }

  private Optional<Finding> inManifests(Project project, Workspace workspace) {
    if (isPatched(project, workspace)) {
      return Optional.empty();
    }
    List<Pyo3Demand> demands =
        Pyo3Demand.of(workspace, followers).stream().filter(each -> links(each.range())).toList();
    Collection<Pyo3Demand> unlike = firstOfEach(demands);
    for (Pyo3Demand one : unlike) {
      for (Pyo3Demand other : unlike) {
        if (one.excludes(other) && other.range().from().atLeast(one.range().from())) {
          boolean settled = !(one.direct() && other.direct()) && isSettled(workspace, demands);
          return settled ? Optional.empty() : Optional.of(clash(one, other));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether Cargo minds that there is another: it builds the oldest beside any other. */
  private boolean links(VersionRange range) {
    return range.before().filter(linksSince::atLeast).isEmpty();
  }

  /** The members of large workspaces mostly ask for the same. */
  private static Collection<Pyo3Demand> firstOfEach(List<Pyo3Demand> demands) {
    record Kind(VersionRange range, Optional<String> git, boolean direct) {}
    Map<Kind, Pyo3Demand> first = new LinkedHashMap<>();
    for (Pyo3Demand demand : demands) {
      first.putIfAbsent(new Kind(demand.range(), demand.git(), demand.direct()), demand);
    }
    return first.values();
  }

  /** A patch may stand for a release that takes another PyO3 than its number says. */
  private static boolean isPatched(Project project, Workspace workspace) {
    return project
        .manifest(workspace.manifest())
        .map(TextFile::text)
        .filter(text -> text.contains("[patch.") || text.contains("[replace]"))
        .isPresent();
  }

  /** Whether Cargo did find one PyO3 for all of them. */
  private static boolean isSettled(Workspace workspace, List<Pyo3Demand> demands) {
    List<LockedPackage> locked = workspace.locked("pyo3");
    return locked.size() == 1
        && demands.stream()
            .filter(Pyo3Demand::direct)
            .allMatch(demand -> admits(demand, locked.getFirst()));
  }

  private static boolean admits(Pyo3Demand demand, LockedPackage locked) {
    return Version.parse(locked.version()).filter(demand.range()::contains).isPresent();
  }

  private Finding clash(Pyo3Demand one, Pyo3Demand other) {
    String message =
        "no version of PyO3 suits both `%s` and `%s`, and Cargo builds only one"
            .formatted(described(one, other), described(other, one));
    return finding(
        message,
        Optional.of(one.dependency().location()),
        List.of(one.evidence(), other.evidence()));
  }

  /** Named by the member as well where both ask for the same package. */
  private static String described(Pyo3Demand demand, Pyo3Demand other) {
    String name = demand.dependency().packageName();
    String asked = demand.dependency().requirement().or(demand::git).orElse("*");
    boolean ambiguous =
        !demand.member().equals(other.member())
            && name.equals(other.dependency().packageName())
            && asked.equals(other.dependency().requirement().or(other::git).orElse("*"));
    return name + " " + asked + (ambiguous ? " of " + demand.member().name() : "");
  }

  private Optional<Finding> inLockFile(Workspace workspace) {
    for (String name : PYO3) {
      List<LockedPath> paths = new ArrayList<>();
      List<String> versions = new ArrayList<>();
      for (LockedPackage pinned : workspace.locked(name)) {
        Optional<LockedPath> path = LockedPath.to(pinned, workspace);
        boolean links =
            Version.parse(pinned.version()).map(VersionRange::only).filter(this::links).isPresent();
        if (path.isPresent() && links && !versions.contains(pinned.version())) {
          versions.add(pinned.version());
          paths.add(path.get());
        }
      }
      boolean conflict =
          workspace.locked(name).stream().map(LockedPackage::location).distinct().count()
              < workspace.locked(name).size();
      if (paths.size() > 1 && !conflict) {
        return Optional.of(lockedTwice(name, versions, paths));
      }
    }
    return Optional.empty();
  }

  private Finding lockedTwice(String name, List<String> versions, List<LockedPath> paths) {
    LockedPath lagging = paths.getFirst(); // Cargo sorts the entries of a name by version
    CargoPackage member = lagging.member();
    Location place = lagging.dependency().map(entry -> entry.location()).orElse(member.location());
    String message =
        "`Cargo.lock` holds %s %s, and Cargo builds only one of them"
            .formatted(name, String.join(" and ", versions));
    return finding(message, Optional.of(place), paths.stream().map(LockedPath::evidence).toList());
  }

  private Finding finding(String message, Optional<Location> place, List<String> evidence) {
    Fix fix =
        new Fix(
            "Ask everywhere for the newest PyO3 that all of them support",
            Fix.Grade.MANUAL,
            List.of());
    return new Finding(id(), topic(), Severity.ERROR, message, place, evidence, Optional.of(fix));
  }
}
