package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.TextFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every TOML manifest of a project, read and parsed once. */
final class Manifests {
  /** Cargo's name for a package's manifest. */
  static final String CARGO = "Cargo.toml";

  /** The Python build tools' name for theirs. */
  static final String PYPROJECT = "pyproject.toml";

  /** No manifest comes near, and every one is held in memory. */
  static final int LIMIT_BYTES = 2 * 1024 * 1024;

  /** The script that setuptools runs, which is only read here. */
  static final String SETUP = "setup.py";

  private final ProjectFiles files;
  private final Map<Path, Optional<TomlFile>> parsed = new ConcurrentHashMap<>();
  private final Map<String, TextFile> texts = new ConcurrentSkipListMap<>();

  Manifests(ProjectFiles files) {
    this.files = files;
  }

  /** Whether something of that name is there, of whatever kind. */
  boolean exists(Path manifest) {
    return parsed.containsKey(manifest) || Files.exists(manifest, LinkOption.NOFOLLOW_LINKS);
  }

  /** Reads some that will be asked for, several at a time. */
  void prepare(Collection<Path> manifests) {
    manifests.parallelStream().forEach(this::load);
  }

  /** A manifest; empty when it could not be read or parsed, which is then noted. */
  Optional<TomlFile> load(Path manifest) {
    Optional<TomlFile> known = parsed.get(manifest);
    if (known != null) {
      return known;
    }
    Optional<TomlFile> read =
        files.read(manifest, LIMIT_BYTES).flatMap(text -> parse(manifest, text));
    parsed.put(manifest, read);
    return read;
  }

  /** The text of every manifest read, by path. */
  List<TextFile> texts() {
    return List.copyOf(texts.values());
  }

  private Optional<TomlFile> parse(Path manifest, String text) {
    String path = files.relative(manifest);
    texts.put(path, new TextFile(path, text));
    NotExamined.Kind missing =
        steersNothing(manifest, text) ? NotExamined.Kind.NOTHING : NotExamined.Kind.FILE;
    return TomlFile.read(path, text, missing, files);
  }

  /** Whether no Cargo package can be meant: a template of another Python package, for instance. */
  private static boolean steersNothing(Path manifest, String text) {
    return manifest.endsWith(PYPROJECT)
        && !text.contains("maturin")
        && !text.contains("setuptools-rust")
        && !Files.exists(manifest.resolveSibling(CARGO));
  }
}
