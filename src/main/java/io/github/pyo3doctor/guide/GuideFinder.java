package io.github.pyo3doctor.guide;

import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.Folders;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Finds PyO3's guide, which every published {@code pyo3} crate carries in {@code guide/src}. Lists
 * folders and reads a manifest or two; opens no connection and runs nothing.
 */
public final class GuideFinder {
  private static final String CRATE = "pyo3";
  private static final String SUMMARY = "SUMMARY.md";

  private final Path cargoHome;

  /**
   * A finder.
   *
   * @param cargoHome where Cargo keeps what it has downloaded
   */
  public GuideFinder(Path cargoHome) {
    this.cargoHome = cargoHome;
  }

  /** The finder for this user's Cargo. */
  public static GuideFinder ofThisMachine() {
    String set = System.getenv("CARGO_HOME");
    return new GuideFinder(
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home", ""), ".cargo")
            : Path.of(set).toAbsolutePath());
  }

  /**
   * The guides that Cargo has brought to this machine, and those a project brings along.
   *
   * @param project a folder of the project; its {@code Cargo.lock} says which PyO3 it builds with
   */
  public Guides find(Optional<Path> project) {
    Optional<ProjectPyo3> pyo3 = project.map(folder -> ProjectPyo3.of(folder, cargoHome));
    Set<Guide> found = new LinkedHashSet<>();
    for (Path registry : Folders.in(cargoHome.resolve("registry/src"))) {
      for (Path crate : Folders.in(registry)) {
        Matcher name = CrateArchive.FOLDER.matcher(crate.getFileName().toString());
        if (name.matches() && holdsGuide(crate)) {
          found.add(new Guide(new Pyo3Release(name.group(1)), GuideOrigin.REGISTRY, crate));
        }
      }
    }
    for (Path registry : Folders.in(cargoHome.resolve("registry/cache"))) {
      for (Path archive : Folders.in(registry)) {
        Matcher name = CrateArchive.FILE.matcher(archive.getFileName().toString());
        if (name.matches() && Files.isRegularFile(archive)) {
          found.add(new Guide(new Pyo3Release(name.group(1)), GuideOrigin.ARCHIVE, archive));
        }
      }
    }
    for (Path repository : Folders.in(cargoHome.resolve("git/checkouts"))) {
      if (!repository.getFileName().toString().startsWith(CRATE + "-")) continue;
      for (Path checkout : Folders.in(repository)) {
        crate(checkout, GuideOrigin.GIT_CHECKOUT).ifPresent(found::add);
      }
    }
    pyo3.ifPresent(
        its -> {
          its.vendored().forEach(at -> crate(at, GuideOrigin.VENDORED).ifPresent(found::add));
          its.pathDependencies()
              .forEach(at -> crate(at, GuideOrigin.PATH_DEPENDENCY).ifPresent(found::add));
        });
    List<Guide> sorted = new ArrayList<>(found);
    sorted.sort(Guide.NEWEST_FIRST);
    return new Guides(List.copyOf(sorted), pyo3.flatMap(ProjectPyo3::locked), cargoHome);
  }

  /**
   * The guide that a file or folder is: a {@code .crate} archive, the folder of a crate, of its
   * guide, or of the guide's sources.
   *
   * @param otherwise the release it is about, when nothing there says so
   * @return empty when it is something else, such as a single page
   * @throws UnreadableFileException when an archive cannot be read
   */
  public Optional<Guide> at(Path named, Pyo3Release otherwise) throws UnreadableFileException {
    if (named.toString().endsWith(".crate") && !Files.isDirectory(named)) {
      return Optional.of(
          new Guide(CrateArchive.release(named).orElse(otherwise), GuideOrigin.NAMED, named));
    }
    for (String below : List.of(Guide.IN_CRATE, "src", "")) {
      if (Files.isRegularFile(named.resolve(below).resolve(SUMMARY))) {
        Path sources = named.resolve(below).toAbsolutePath().normalize();
        Path crate = crateAround(sources);
        Pyo3Release release = Manifest.release(crate).orElse(otherwise);
        String folder = crate.relativize(sources).toString().replace('\\', '/');
        return Optional.of(new Guide(release, GuideOrigin.NAMED, crate, folder));
      }
    }
    return Optional.empty();
  }

  private static Optional<Guide> crate(Path folder, GuideOrigin origin) {
    return holdsGuide(folder)
        ? Manifest.release(folder).map(release -> new Guide(release, origin, folder))
        : Optional.empty();
  }

  private static boolean holdsGuide(Path crate) {
    return Files.isRegularFile(crate.resolve(Guide.IN_CRATE).resolve(SUMMARY));
  }

  /** The crate whose {@code guide/src} that is, or the folder of a book of its own. */
  private static Path crateAround(Path sources) {
    Path guide = sources.resolveSibling("").normalize();
    Path crate = guide.resolveSibling("").normalize();
    boolean inCrate =
        sources.endsWith(Guide.IN_CRATE) && Files.exists(crate.resolve(Manifest.NAME));
    return inCrate ? crate : sources;
  }
}
