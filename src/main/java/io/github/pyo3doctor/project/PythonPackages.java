package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.ExtensionModule.PythonPackage;
import io.github.pyo3doctor.snapshot.Located;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where maturin looks for Python code to put around a module: beside {@code pyproject.toml}, or in
 * {@code python-source}, in the folder that the first part of the module's name names.
 */
final class PythonPackages {
  private static final String SOURCE = "python-source";
  private static final String INIT = "__init__.py";
  private static final int MOST_FILES = 200;
  private static final int DEEPEST = 4;

  private final ProjectFiles files;
  private final Path root;
  private final Optional<Located<String>> source;
  private final boolean exact;
  private final FolderMakers makers;

  /**
   * @param pyproject the file that asks for the module
   * @param project the name in its {@code [project]}
   * @param maturin its {@code [tool.maturin]}
   */
  PythonPackages(
      ProjectFiles files, Path pyproject, Optional<String> project, Optional<TomlSection> maturin) {
    this.files = files;
    source =
        maturin.flatMap(
            table -> table.plainString(SOURCE).map(name -> new Located<>(name, table.at(SOURCE))));
    root =
        source
            .map(name -> pyproject.resolveSibling(name.value()).normalize())
            .orElseGet(() -> usualRoot(pyproject.resolveSibling(""), project, maturin));
    makers = new FolderMakers(files, pyproject.resolveSibling("").normalize());
    exact = maturin.filter(table -> table.has("include")).isEmpty();
  }

  /** The project's folder; with the Rust code in {@code rust}, also {@code src} beside that. */
  private static Path usualRoot(
      Path folder, Optional<String> project, Optional<TomlSection> maturin) {
    Path src = folder.resolve("src");
    boolean rust = Files.isRegularFile(folder.resolve("rust").resolve(Manifests.CARGO));
    Stream<String> packages =
        maturin.filter(table -> table.has("python-packages")).stream()
            .flatMap(table -> table.strings("python-packages").stream())
            .map(Located::value);
    boolean python =
        project.isPresent()
            && Stream.concat(project.stream().map(name -> name.replace('-', '_')), packages)
                .anyMatch(name -> Files.isRegularFile(src.resolve(name).resolve(INIT)));
    return rust && python ? src : folder;
  }

  /** The package around a module of that name; empty where other settings may put files there. */
  Optional<PythonPackage> around(String name, Path cargoManifest) {
    String[] parts = name.replace('-', '_').split("\\.", -1);
    if (!exact || !name.matches("[\\w.-]+") || parts[0].isEmpty()) {
      return Optional.empty();
    }
    Path folder = root.resolve(parts[0]);
    boolean crate =
        !Files.isRegularFile(folder.resolve(INIT))
            && Files.isRegularFile(folder.resolve(Manifests.CARGO));
    boolean there = Files.isDirectory(folder) && !crate;
    boolean sourceThere = source.isEmpty() || Files.isDirectory(root);
    boolean wanted = name.contains(".") && !there && !crate;
    Path missing = sourceThere ? folder : root;
    return Optional.of(
        new PythonPackage(
            source,
            sourceThere,
            files.relative(folder),
            there,
            there && imports(folder, parts[0], parts[parts.length - 1]),
            wanted || !sourceThere
                ? makers.of(missing, cargoManifest.resolveSibling("build.rs"))
                : Optional.empty()));
  }

  private boolean imports(Path folder, String packageName, String module) {
    Pattern naming =
        Pattern.compile(
            ("from\\s+\\.+%2$s\\b|\\b%1$s\\.%2$s\\b|import_module|__getattr__"
                    + "|from\\s+(\\.+|%1$s)\\s+import\\s*(\\([^)]*|.*)\\b%2$s\\b")
                .formatted(Pattern.quote(packageName), Pattern.quote(module)));
    try (Stream<Path> entries = Files.walk(folder, DEEPEST)) {
      List<Path> python =
          entries
              .filter(each -> String.valueOf(each.getFileName()).matches(".*\\.pyi?"))
              .filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
              .limit(MOST_FILES)
              .toList();
      return python.size() == MOST_FILES
          || python.stream()
              .anyMatch(
                  each ->
                      files
                          .read(each, Manifests.LIMIT_BYTES)
                          .map(text -> naming.matcher(text).find())
                          .orElse(true));
    } catch (IOException | UncheckedIOException unreadable) {
      return true; // then one of them may
    }
  }
}
