package io.github.pyo3doctor.project;

import io.github.pyo3doctor.files.CacheFolder;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.EditorSettings;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.LockedPackage;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Silence;
import io.github.pyo3doctor.snapshot.Toolchain;
import io.github.pyo3doctor.snapshot.WorkflowCommand;
import io.github.pyo3doctor.snapshot.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;

/**
 * Reads a project folder as Cargo and the Python build tools would, and runs nothing.
 *
 * <p>Like Cargo it also looks upward: for the workspace that the folder's packages belong to, and,
 * when there is no manifest in the folder or below, for the package it lies in. Such a workspace is
 * read with all of its members, under names that begin with {@code ../}, but without the sources of
 * those outside the folder.
 */
public final class ProjectCollector {
  private final Optional<CacheFolder> cache;

  /** A collector that reads everything anew. It may be used again, like the other. */
  public ProjectCollector() {
    this(Optional.empty());
  }

  /**
   * A collector that need not read again what has not changed.
   *
   * @param cache where it keeps what it has read
   */
  public ProjectCollector(Optional<CacheFolder> cache) {
    this.cache = cache;
  }

  /**
   * Reads a project.
   *
   * @param folder the project's folder, or a manifest in it
   * @return everything that could be read, and a note on everything that could not
   * @throws UnusableProjectException when there is no project to read
   * @throws java.util.concurrent.CancellationException when {@code progress} says to stop
   */
  public Project collect(Path folder, CollectProgress progress) throws UnusableProjectException {
    Path start = existingFolder(folder.toAbsolutePath().normalize());
    try {
      return collect(new ProjectFiles(start, new SafeFiles(reach(start)), progress));
    } catch (IOException failure) {
      throw new UnusableProjectException(start + " " + TextFiles.reason(failure));
    }
  }

  private static Path existingFolder(Path path) throws UnusableProjectException {
    if (Files.isDirectory(path)) {
      return path;
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new UnusableProjectException(path + " does not exist");
    }
    String name = String.valueOf(path.getFileName());
    if (name.equals(Manifests.CARGO) || name.equals(Manifests.PYPROJECT)) {
      return path.resolveSibling("");
    }
    throw new UnusableProjectException(
        path + " is a file; give a project's folder, its Cargo.toml or its pyproject.toml");
  }

  /**
   * The folders whose files belong to the project: its own, and the one of a workspace or package
   * above.
   */
  private static List<Path> reach(Path folder) throws IOException {
    List<Path> reached = new ArrayList<>(List.of(folder.toRealPath()));
    Optional<Path> manifestAbove = manifestAbove(folder);
    if (manifestAbove.isPresent()) {
      SafeFiles everything = new SafeFiles(List.of(folder.getRoot()));
      ProjectFiles probe = new ProjectFiles(folder, everything, CollectProgress.NONE);
      Optional<Path> root =
          new WorkspaceReader(probe, new Manifests(probe))
              .rootOf(folder.resolve(Manifests.CARGO))
              .map(WorkspaceRoot::folder);
      reached.add(root.orElse(manifestAbove.get().resolveSibling("")).toRealPath());
    }
    return reached;
  }

  private static Optional<Path> manifestAbove(Path folder) {
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      if (Files.isRegularFile(above.resolve(Manifests.CARGO))) {
        return Optional.of(above.resolve(Manifests.CARGO));
      }
    }
    return Optional.empty();
  }

  private Project collect(ProjectFiles files) throws IOException, UnusableProjectException {
    TreeWalk.Found found = TreeWalk.walk(files);
    Manifests manifests = new Manifests(files);
    manifests.prepare(found.cargo());
    manifests.prepare(found.pyproject());
    Set<Path> wanted = new LinkedHashSet<>(found.cargo());
    if (wanted.isEmpty()) {
      wanted.add(packageAbove(files.folder(), found));
    }
    List<Workspace> workspaces = new ArrayList<>();
    for (WorkspaceReader.Group group : new WorkspaceReader(files, manifests).group(wanted)) {
      workspace(files, manifests, group).ifPresent(workspaces::add);
    }
    List<PyProject> pyprojects = new ArrayList<>();
    PyProjectReader reader = new PyProjectReader(files, manifests);
    ExtensionModules modules = new ExtensionModules(files, manifests);
    List<ExtensionModule> extensions = new ArrayList<>();
    for (Path each : found.pyproject()) {
      Optional<PyProject> read = reader.read(each);
      read.ifPresent(pyprojects::add);
      read.ifPresent(pyproject -> extensions.addAll(modules.of(each, pyproject)));
    }
    for (Path each : found.setup()) {
      String beside = files.relative(each.resolveSibling(Manifests.PYPROJECT));
      extensions.addAll(
          modules.ofSetup(
              each, pyprojects.stream().filter(read -> read.path().equals(beside)).findFirst()));
    }
    if (workspaces.stream().allMatch(workspace -> workspace.members().isEmpty())) {
      refuseIfUnreadable(files);
    }
    FutureTask<List<Workspace>> sources =
        new FutureTask<>(() -> new RustSources(files, kept(files)).fill(workspaces));
    Thread.ofPlatform().daemon().start(sources);
    List<Toolchain> toolchains = new ToolchainReader(files, manifests).read(workspaces);
    List<EditorSettings> editors = new EditorSettingsReader(files).read(workspaces);
    List<WorkflowCommand> workflows = new WorkflowReader(files).read();
    List<CargoConfig> configs = new CargoConfigReader(files, manifests).read(workspaces);
    List<Silence> silences = new SilenceReader(files, manifests).read();
    Optional<Automation> automation = automation(files, extensions);
    List<Workspace> complete = RustSources.result(sources);
    return new Project(
        files.folder().toString(),
        complete,
        List.copyOf(pyprojects),
        configs,
        silences,
        List.copyOf(extensions),
        manifests.texts(),
        files.notExamined(),
        toolchains,
        editors,
        workflows,
        automation.map(Automation::freeThreaded).orElse(List.of()),
        automation.map(Automation::buildOptions).orElse(List.of()));
  }

  /** What runs the builds; a project without an extension module is not asked. */
  private static Optional<Automation> automation(
      ProjectFiles files, List<ExtensionModule> extensions) {
    List<Path> folders =
        extensions.stream()
            .map(each -> files.resolve(each.location().file()).resolveSibling(""))
            .toList();
    return extensions.isEmpty() ? Optional.empty() : Optional.of(Automation.read(files, folders));
  }

  private KeptFacts kept(ProjectFiles files) {
    return cache
        .map(folder -> KeptFacts.open(folder, files.folder().toString()))
        .orElseGet(KeptFacts::none);
  }

  /**
   * A project none of whose packages could be read is unusable input, not a project without faults.
   */
  private static void refuseIfUnreadable(ProjectFiles files) throws UnusableProjectException {
    List<NotExamined> notes = files.notExamined();
    if (notes.isEmpty()) {
      return;
    }
    String more = notes.size() == 1 ? "" : " (and " + (notes.size() - 1) + " more)";
    throw new UnusableProjectException(
        files.folder() + ": no package could be read: " + notes.getFirst() + more);
  }

  private static Path packageAbove(Path folder, TreeWalk.Found found)
      throws UnusableProjectException {
    Optional<Path> manifest = manifestAbove(folder);
    if (manifest.isPresent()) {
      return manifest.get();
    }
    String python =
        found.pyproject().isEmpty()
            ? ""
            : " (it has a pyproject.toml, but nothing to build with Cargo)";
    throw new UnusableProjectException(
        folder + " is no Rust project: it holds no Cargo.toml" + python);
  }

  private static Optional<Workspace> workspace(
      ProjectFiles files, Manifests manifests, WorkspaceReader.Group group) {
    PackageReader packages = new PackageReader(files);
    List<CargoPackage> members = new ArrayList<>();
    for (WorkspaceReader.Member member : group.members()) {
      packages.read(member, group.table()).ifPresent(members::add);
    }
    if (members.isEmpty() && group.table().isEmpty()) {
      return Optional.empty();
    }
    Path lock = group.root().resolveSibling("Cargo.lock");
    List<LockedPackage> locked =
        Files.exists(lock, LinkOption.NOFOLLOW_LINKS)
            ? new LockReader(files).read(lock)
            : List.of();
    RootSettings settings = new RootSettings(files, manifests, group);
    return Optional.of(
        new Workspace(
            files.relative(group.root()),
            group.virtual(),
            List.copyOf(members),
            locked,
            settings.resolver(),
            settings.defaultMembers(members),
            settings.patches()));
  }
}
