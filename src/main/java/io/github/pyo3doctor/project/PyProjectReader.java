package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.PyProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads how a {@code pyproject.toml} steers the build of an extension module. */
final class PyProjectReader {
  private static final String CLASSIFIER = "Programming Language :: Python :: Free Threading";

  private final ProjectFiles files;
  private final Manifests manifests;

  PyProjectReader(ProjectFiles files, Manifests manifests) {
    this.files = files;
    this.manifests = manifests;
  }

  Optional<PyProject> read(Path pyproject) {
    return manifests.load(pyproject).map(file -> read(pyproject, file));
  }

  private PyProject read(Path pyproject, TomlFile file) {
    TomlSection root = file.root();
    Optional<TomlSection> build = root.section("build-system");
    Optional<TomlSection> maturin = root.section("tool").flatMap(tools -> tools.section("maturin"));
    return new PyProject(
        file.path(),
        build.map(table -> table.strings("requires")).orElse(List.of()),
        build.flatMap(table -> table.string("build-backend")),
        maturin.map(PyProjectReader::features).orElse(List.of()),
        cargoManifest(pyproject, root, maturin),
        root.sectionIfAny("project")
            .flatMap(
                table ->
                    table
                        .plainString("requires-python")
                        .map(text -> new Located<>(text, table.at("requires-python")))),
        maturin.map(PyProjectReader::conditionalFeatures).orElse(List.of()),
        maturin.filter(PyProjectReader::leavesDefaultsOff).isPresent(),
        freeThreading(root));
  }

  private static List<Located<String>> freeThreading(TomlSection root) {
    List<Located<String>> found = new ArrayList<>();
    root.sectionIfAny("project")
        .ifPresent(table -> addNamed(table, "classifiers", CLASSIFIER, found));
    root.sectionIfAny("tool")
        .flatMap(tools -> tools.sectionIfAny("cibuildwheel"))
        .ifPresent(
            table -> {
              addNamed(table, "enable", "cpython-freethreading", found);
              String key = "free-threaded-support";
              if (table.has(key) && table.flag(key).orElse(false)) {
                found.add(new Located<>(key, table.at(key)));
              }
            });
    return List.copyOf(found);
  }

  /** The first text of a key, be it a list, that contains another. */
  private static void addNamed(
      TomlSection table, String key, String part, List<Located<String>> found) {
    Optional<String> alone = table.plainString(key);
    List<Located<String>> all =
        alone.isPresent()
            ? List.of(new Located<>(alone.get(), table.at(key)))
            : table.has(key) ? table.strings(key) : List.of();
    all.stream().filter(each -> each.value().contains(part)).findFirst().ifPresent(found::add);
  }

  private static List<Located<String>> conditionalFeatures(TomlSection maturin) {
    List<Located<String>> found = new ArrayList<>();
    if (maturin.has("features")) {
      for (Located<Object> each : maturin.mixed("features")) {
        if (each.value() instanceof TomlSection conditional) {
          conditional
              .plainString("feature")
              .ifPresent(name -> found.add(new Located<>(name, conditional.at("feature"))));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean leavesDefaultsOff(TomlSection maturin) {
    return maturin.has("no-default-features")
        ? maturin.flag("no-default-features").orElse(false)
        : extraArguments(maturin).stream()
            .anyMatch(argument -> argument.value().equals("--no-default-features"));
  }

  private static List<Located<String>> features(TomlSection maturin) {
    List<Located<String>> found = new ArrayList<>();
    for (Located<Object> each : maturin.mixed("features")) {
      if (each.value() instanceof String name) {
        found.add(new Located<>(name, each.location()));
      } else if (each.value() instanceof TomlSection conditional) {
        conditional
            .string("feature")
            .ifPresent(name -> found.add(new Located<>(name, conditional.at("feature"))));
      }
    }
    addFeatures(extraArguments(maturin), found);
    return found;
  }

  /** What old maturin hands on to Cargo. */
  private static List<Located<String>> extraArguments(TomlSection maturin) {
    String key = "cargo-extra-args";
    Optional<String> line = maturin.plainString(key);
    if (line.isPresent()) {
      return Arrays.stream(line.get().split("\\s+", -1))
          .map(word -> new Located<>(word.replaceAll("['\"]", ""), maturin.at(key)))
          .toList();
    }
    return maturin.has(key) ? maturin.strings(key) : List.of();
  }

  /** Adds what {@code --features a,b}, {@code --features=a,b} and {@code -F a} name. */
  private static void addFeatures(List<Located<String>> arguments, List<Located<String>> found) {
    boolean named = false;
    for (Located<String> argument : arguments) {
      String text = argument.value();
      String names = named ? text : "";
      named = text.equals("--features") || text.equals("-F");
      if (text.startsWith("--features=")) {
        names = text.substring("--features=".length());
      } else if (text.startsWith("--features ")) {
        names = text.substring("--features ".length());
      }
      for (String name : names.split("[,\\s]+", -1)) {
        if (!name.isEmpty()) {
          found.add(new Located<>(name, argument.location()));
        }
      }
    }
  }

  private Optional<String> cargoManifest(
      Path pyproject, TomlSection root, Optional<TomlSection> maturin) {
    Optional<String> written = maturin.flatMap(table -> table.string("manifest-path"));
    if (written.isPresent()) {
      Path manifest = pyproject.resolveSibling(written.get()).normalize();
      if (!Files.exists(manifest)) {
        files.note(maturin.get().at("manifest-path"), "there is no " + files.relative(manifest));
      }
      return Optional.of(files.relative(manifest));
    }
    Path inRust = pyproject.resolveSibling("rust").resolve(Manifests.CARGO);
    if (maturinBuilds(root, maturin)
        && Files.isRegularFile(inRust)
        && isPythonFirst(pyproject, root, maturin)) {
      return Optional.of(files.relative(inRust));
    }
    Path beside = pyproject.resolveSibling(Manifests.CARGO);
    return Files.isRegularFile(beside) ? Optional.of(files.relative(beside)) : Optional.empty();
  }

  private static boolean maturinBuilds(TomlSection root, Optional<TomlSection> maturin) {
    return maturin.isPresent()
        || root.section("build-system")
            .flatMap(table -> table.string("build-backend"))
            .filter(backend -> backend.startsWith("maturin"))
            .isPresent();
  }

  /**
   * maturin takes {@code rust/Cargo.toml} when the Python package lies in {@code src} or a named
   * source folder.
   */
  private static boolean isPythonFirst(
      Path pyproject, TomlSection root, Optional<TomlSection> maturin) {
    if (maturin.filter(table -> table.has("python-source")).isPresent()) {
      return true;
    }
    Optional<String> project = root.section("project").flatMap(table -> table.string("name"));
    if (project.isEmpty()) {
      return false;
    }
    List<String> packages = new ArrayList<>(List.of(project.get().replace('-', '_')));
    maturin.ifPresent(
        table -> table.strings("python-packages").forEach(each -> packages.add(each.value())));
    Path sources = pyproject.resolveSibling("src");
    return packages.stream()
        .anyMatch(name -> Files.isRegularFile(sources.resolve(name).resolve("__init__.py")));
  }
}
