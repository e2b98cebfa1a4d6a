package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups packages to workspaces by Cargo's rules: what {@code members} names, and what those reach
 * by path dependencies below the root; a package that no workspace takes in is a workspace of its
 * own.
 */
final class WorkspaceReader {
  private final ProjectFiles files;
  private final Manifests manifests;
  private final DependencyReader dependencies;
  private final Map<Path, Optional<WorkspaceRoot>> roots = new LinkedHashMap<>();

  WorkspaceReader(ProjectFiles files, Manifests manifests) {
    this.files = files;
    this.manifests = manifests;
    dependencies = new DependencyReader(files);
  }

  /** A package of a workspace, not yet read further than its dependencies. */
  record Member(Path manifest, TomlFile file, List<Dependency> dependencies) {}

  /**
   * @param root the root manifest
   * @param table its {@code [workspace]}, empty for a package of its own
   * @param virtual whether the root is no package
   */
  record Group(Path root, Optional<WorkspaceRoot> table, boolean virtual, List<Member> members) {}

  /** Every workspace that a manifest of {@code wanted} is the root or a member of. */
  List<Group> group(Set<Path> wanted) {
    Map<Path, Group> groups = new LinkedHashMap<>();
    Set<Path> taken = new LinkedHashSet<>();
    Set<Path> tried = new LinkedHashSet<>();
    for (Path manifest : wanted) {
      Optional<WorkspaceRoot> root = rootOf(manifest);
      if (root.isPresent() && tried.add(root.get().manifest())) {
        Group group = workspace(root.get());
        List<Path> members = group.members().stream().map(Member::manifest).toList();
        if (wanted.contains(group.root()) || members.stream().anyMatch(wanted::contains)) {
          groups.put(group.root(), group);
          taken.addAll(members);
        }
      }
    }
    for (Path manifest : wanted) {
      Optional<TomlFile> file = manifests.load(manifest);
      if (file.isPresent() && !groups.containsKey(manifest) && !taken.contains(manifest)) {
        Member alone = member(manifest, file.get(), Optional.empty());
        groups.put(manifest, new Group(manifest, Optional.empty(), false, List.of(alone)));
      }
    }
    return List.copyOf(groups.values());
  }

  /**
   * The workspace Cargo would look for from a manifest: its own, the one it points at, or the next
   * one above.
   */
  Optional<WorkspaceRoot> rootOf(Path manifest) {
    Optional<WorkspaceRoot> own = asRoot(manifest);
    if (own.isPresent()) {
      return own;
    }
    Optional<Path> pointed = pointer(manifest);
    if (pointed.isPresent()) {
      return asRoot(pointed.get());
    }
    Path folder = manifest.resolveSibling("").getParent();
    for (; folder != null; folder = folder.getParent()) {
      Path above = folder.resolve(Manifests.CARGO);
      Optional<WorkspaceRoot> found =
          manifests.exists(above)
              ? asRoot(above).or(() -> pointer(above).flatMap(this::asRoot))
              : Optional.empty();
      if (found.isPresent() && !found.get().excludes(manifest)) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<WorkspaceRoot> asRoot(Path manifest) {
    Optional<WorkspaceRoot> known = roots.get(manifest);
    if (known == null) {
      known = manifests.load(manifest).flatMap(file -> WorkspaceRoot.of(manifest, file));
      roots.put(manifest, known);
    }
    return known;
  }

  /** {@code package.workspace}. */
  private Optional<Path> pointer(Path manifest) {
    return manifests
        .load(manifest)
        .flatMap(file -> PackageReader.table(file.root()))
        .flatMap(table -> table.string("workspace"))
        .map(path -> manifest.resolveSibling(path).normalize().resolve(Manifests.CARGO));
  }

  private Group workspace(WorkspaceRoot root) {
    Map<Path, Member> members = new LinkedHashMap<>();
    boolean virtual = !isPackage(root.manifest());
    if (!virtual) {
      addWithPathDependencies(root, root.manifest(), root.location(), members);
    }
    for (Located<String> entry : root.members()) {
      List<Path> folders = FolderPattern.expand(root.folder(), entry.value());
      if (folders.isEmpty()) {
        files.note(entry.location(), "`" + entry.value() + "` matches no folder");
      }
      for (Path folder : folders) {
        Path manifest = folder.resolve(Manifests.CARGO);
        if (manifests.exists(manifest)) {
          addWithPathDependencies(root, manifest, entry.location(), members);
        } else if (!root.excludes(manifest)) {
          String reason = "the member " + files.relative(folder) + " has no Cargo.toml";
          files.note(entry.location(), reason);
        }
      }
    }
    List<Member> sorted = new ArrayList<>(members.values());
    sorted.sort((a, b) -> a.manifest().compareTo(b.manifest()));
    return new Group(root.manifest(), Optional.of(root), virtual, List.copyOf(sorted));
  }

  private void addWithPathDependencies(
      WorkspaceRoot root, Path start, Location namedAt, Map<Path, Member> members) {
    Deque<Path> waiting = new ArrayDeque<>(List.of(start));
    while (!waiting.isEmpty()) {
      Path manifest = waiting.removeFirst();
      if (members.containsKey(manifest) || root.excludes(manifest) || !manifests.exists(manifest)) {
        continue;
      }
      boolean foreignRoot = !manifest.equals(root.manifest()) && asRoot(manifest).isPresent();
      if (foreignRoot) {
        String reason =
            "takes in `" + files.relative(manifest) + "`, which is the root of another workspace";
        files.note(namedAt, reason);
        continue;
      }
      Optional<TomlFile> file = manifests.load(manifest);
      if (file.isPresent() && isPackage(manifest)) {
        Member member = member(manifest, file.get(), Optional.of(root));
        members.put(manifest, member);
        waiting.addAll(pathDependencies(root, member));
      }
    }
  }

  /** Those below the root, and those elsewhere that look to it as their root. */
  private List<Path> pathDependencies(WorkspaceRoot root, Member member) {
    List<Path> found = new ArrayList<>();
    for (Dependency dependency : member.dependencies()) {
      if (dependency.path().isPresent()) {
        Path manifest = files.resolve(dependency.path().get()).resolve(Manifests.CARGO);
        boolean below = manifest.startsWith(root.folder());
        if (below || (manifests.exists(manifest) && pointsAt(manifest, root))) {
          found.add(manifest);
        }
      }
    }
    return found;
  }

  private boolean pointsAt(Path manifest, WorkspaceRoot root) {
    return pointer(manifest).filter(root.manifest()::equals).isPresent();
  }

  private boolean isPackage(Path manifest) {
    return manifests.load(manifest).flatMap(file -> PackageReader.table(file.root())).isPresent();
  }

  private Member member(Path manifest, TomlFile file, Optional<WorkspaceRoot> root) {
    return new Member(manifest, file, dependencies.read(manifest, file, root));
  }
}
