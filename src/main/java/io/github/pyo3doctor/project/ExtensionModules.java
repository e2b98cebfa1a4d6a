package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.PyProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The extension modules that maturin and setuptools-rust are told to build with PyO3, and the names
 * they give them.
 */
final class ExtensionModules {
  private static final Set<String> OTHER_MATURIN_BINDINGS = Set.of("bin", "cffi", "uniffi");

  private static final Set<String> OTHER_SETUPTOOLS_BINDINGS =
      Set.of("exec", "nobinding", "rustcpython");

  private final ProjectFiles files;
  private final Manifests manifests;
  private final StableAbiReader stableAbi;

  ExtensionModules(ProjectFiles files, Manifests manifests) {
    this.files = files;
    this.manifests = manifests;
    stableAbi = new StableAbiReader(files, manifests);
  }

  /** Those of a {@code pyproject.toml}. */
  List<ExtensionModule> of(Path pyproject, PyProject read) {
    Optional<TomlFile> file = manifests.load(pyproject);
    if (file.isEmpty()) {
      return List.of();
    }
    TomlSection root = file.get().root();
    Optional<TomlSection> tools = root.sectionIfAny("tool");
    if (isMaturins(read, tools)) {
      return maturin(root, tools.flatMap(each -> each.sectionIfAny("maturin")), read);
    }
    List<ExtensionModule> found = new ArrayList<>();
    Optional<TomlSection> setuptools = tools.flatMap(each -> each.sectionIfAny("setuptools-rust"));
    if (setuptools.isPresent()) {
      for (TomlSection each : setuptools.get().sections("ext-modules")) {
        setuptools(pyproject, each).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Those of a {@code setup.py}; none when the build is another tool's. */
  List<ExtensionModule> ofSetup(Path setup, Optional<PyProject> beside) {
    if (beside.flatMap(PyProject::buildBackend).filter(ExtensionModules::isMaturin).isPresent()) {
      return List.of();
    }
    Optional<String> text = files.read(setup, Manifests.LIMIT_BYTES);
    if (text.isEmpty()) {
      return List.of();
    }
    List<ExtensionModule> found = new ArrayList<>();
    for (SetupScript.Extension each : SetupScript.extensions(files.relative(setup), text.get())) {
      if (!isOther(each.binding())) {
        Path cargo = setup.resolveSibling(each.path()).normalize();
        found.add(
            new ExtensionModule(
                List.of(each.target().value()),
                "target",
                each.target().location(),
                files.relative(cargo),
                each.features(),
                each.withoutDefaultFeatures(),
                Optional.of(stableAbi.of(setup, each.limitedApi())),
                Optional.empty()));
      }
    }
    return found;
  }

  private static boolean isMaturins(PyProject read, Optional<TomlSection> tools) {
    return read.buildBackend()
        .map(ExtensionModules::isMaturin)
        .orElseGet(() -> tools.filter(each -> each.has("maturin")).isPresent());
  }

  private static boolean isMaturin(String backend) {
    return backend.startsWith("maturin");
  }

  private List<ExtensionModule> maturin(
      TomlSection root, Optional<TomlSection> maturin, PyProject read) {
    boolean otherBindings =
        maturin
            .flatMap(table -> table.plainString("bindings"))
            .filter(OTHER_MATURIN_BINDINGS::contains)
            .isPresent();
    boolean otherTarget = maturin.filter(table -> table.has("targets")).isPresent();
    if (otherBindings || otherTarget || read.cargoManifest().isEmpty()) {
      return List.of();
    }
    String cargo = read.cargoManifest().get();
    if (!manifests.exists(files.resolve(cargo))) {
      return List.of(); // noted where the path was read
    }
    Optional<TomlSection> manifest = manifests.load(files.resolve(cargo)).map(TomlFile::root);
    PythonPackages layout =
        new PythonPackages(
            files,
            files.resolve(read.path()),
            root.sectionIfAny("project").flatMap(table -> table.plainString("name")),
            maturin);
    Optional<Located<String>> written = name(maturin, "module-name");
    if (written.isPresent()) {
      return List.of(module(List.of(written.get()), "module-name", cargo, layout));
    }
    Optional<Located<String>> library =
        name(manifest.flatMap(table -> table.sectionIfAny("lib")), "name");
    if (library.isPresent()) {
      return List.of(module(List.of(library.get()), "the library's name", cargo, layout));
    }
    List<Located<String>> names = new ArrayList<>();
    name(root.sectionIfAny("project"), "name").ifPresent(names::add);
    boolean project = !names.isEmpty();
    name(manifest.flatMap(table -> table.sectionIfAny("package")), "name").ifPresent(names::add);
    return names.isEmpty()
        ? List.of()
        : List.of(
            module(names, project ? "the project's name" : "the package's name", cargo, layout));
  }

  private Optional<ExtensionModule> setuptools(Path pyproject, TomlSection table) {
    Optional<Located<String>> target = name(Optional.of(table), "target");
    if (target.isEmpty() || table.plainString("binding").filter(this::isOther).isPresent()) {
      return Optional.empty();
    }
    Path cargo = pyproject.resolveSibling(table.plainString("path").orElse(Manifests.CARGO));
    return Optional.of(
        new ExtensionModule(
            List.of(target.get().value()),
            "target",
            target.get().location(),
            files.relative(cargo.normalize()),
            table.has("features") ? table.strings("features") : List.of(),
            table.has("args")
                && table.strings("args").stream()
                    .anyMatch(argument -> argument.value().equals("--no-default-features")),
            Optional.of(stableAbi.of(pyproject, limitedApi(table))),
            Optional.empty()));
  }

  private static Optional<Located<String>> limitedApi(TomlSection table) {
    String key = "py-limited-api";
    return table
        .plainString(key)
        .or(() -> table.has(key) ? table.flag(key).map(String::valueOf) : Optional.empty())
        .map(value -> new Located<>(value, table.at(key)));
  }

  private boolean isOther(String binding) {
    return OTHER_SETUPTOOLS_BINDINGS.contains(binding.toLowerCase(Locale.ROOT));
  }

  private static Optional<Located<String>> name(Optional<TomlSection> table, String key) {
    return table.flatMap(
        found -> found.plainString(key).map(name -> new Located<>(name, found.at(key))));
  }

  private ExtensionModule module(
      List<Located<String>> names, String setting, String cargo, PythonPackages layout) {
    Location at = names.getFirst().location();
    return new ExtensionModule(
        names.stream().map(Located::value).distinct().toList(),
        setting,
        at,
        cargo,
        List.of(),
        false,
        Optional.empty(),
        layout.around(names.getFirst().value(), files.resolve(cargo)));
  }
}
