package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.TargetKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the targets of a package: those its manifest declares, and those Cargo finds by their
 * place.
 *
 * @see <a href="https://doc.rust-lang.org/cargo/reference/cargo-targets.html">Cargo targets</a>
 */
final class TargetFinder {
  private final ProjectFiles files;

  TargetFinder(ProjectFiles files) {
    this.files = files;
  }

  /** A package's folder, name, whole manifest and edition. */
  record Source(Path folder, String name, TomlSection manifest, String edition) {
    boolean isFirstEdition() {
      return edition.equals("2015");
    }

    boolean has(String path) {
      return Files.exists(folder.resolve(path));
    }

    /** {@code autobins} and its like; empty when Cargo's default applies. */
    Optional<Boolean> automatic(String key) {
      return PackageReader.table(manifest).flatMap(table -> table.flag(key));
    }
  }

  /** A target found by its place in the package's folder. */
  private record Inferred(String name, String path) {}

  /** Every target, the library first, then binaries, tests, benches and examples by name. */
  List<CargoTarget> find(Source source) {
    List<CargoTarget> found = new ArrayList<>();
    library(source).ifPresent(found::add);
    List<Inferred> binaries = inferred(source, "src/bin");
    if (source.has("src/main.rs")) {
      binaries.addFirst(new Inferred(source.name(), "src/main.rs"));
    }
    found.addAll(targets(source, TargetKind.BIN, binaries, "autobins"));
    found.addAll(targets(source, TargetKind.TEST, inferred(source, "tests"), "autotests"));
    found.addAll(targets(source, TargetKind.BENCH, inferred(source, "benches"), "autobenches"));
    found.addAll(targets(source, TargetKind.EXAMPLE, inferred(source, "examples"), "autoexamples"));
    return found;
  }

  private Optional<CargoTarget> library(Source source) {
    Optional<TomlSection> declared = source.manifest().section("lib");
    boolean found = source.has("src/lib.rs") && source.automatic("autolib").orElse(true);
    if (declared.isEmpty() && !found) {
      return Optional.empty();
    }
    String name =
        declared.flatMap(lib -> lib.string("name")).orElse(source.name().replace('-', '_'));
    String legacy = "src/" + name + ".rs";
    boolean usesLegacy = !source.has("src/lib.rs") && source.isFirstEdition() && source.has(legacy);
    String path =
        declared.flatMap(lib -> lib.string("path")).orElse(usesLegacy ? legacy : "src/lib.rs");
    return Optional.of(target(source, TargetKind.LIB, name, path, declared));
  }

  private List<CargoTarget> targets(
      Source source, TargetKind kind, List<Inferred> inferred, String automaticKey) {
    List<TomlSection> declared = source.manifest().sections(tableName(kind));
    List<CargoTarget> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<Path> paths = new HashSet<>();
    for (TomlSection table : declared) {
      Optional<String> name = table.string("name");
      if (name.isEmpty()) {
        files.note(table.location(), "this [[" + tableName(kind) + "]] has no name");
        continue;
      }
      String path =
          table.string("path").orElseGet(() -> path(source, kind, name.get(), inferred, table));
      names.add(name.get());
      paths.add(source.folder().resolve(path).normalize());
      found.add(target(source, kind, name.get(), path, Optional.of(table)));
    }
    boolean automatic =
        source.automatic(automaticKey).orElse(declared.isEmpty() || !source.isFirstEdition());
    for (Inferred each : automatic ? inferred : List.<Inferred>of()) {
      boolean taken =
          names.contains(each.name())
              || paths.contains(source.folder().resolve(each.path()).normalize());
      if (!taken) {
        found.add(target(source, kind, each.name(), each.path(), Optional.empty()));
      }
    }
    found.sort((one, other) -> one.name().compareTo(other.name()));
    return found;
  }

  private static String tableName(TargetKind kind) {
    return switch (kind) {
      case LIB -> "lib";
      case BIN -> "bin";
      case TEST -> "test";
      case BENCH -> "bench";
      case EXAMPLE -> "example";
    };
  }

  private static String folderName(TargetKind kind) {
    return switch (kind) {
      case LIB -> "src";
      case BIN -> "src/bin";
      case TEST -> "tests";
      case BENCH -> "benches";
      case EXAMPLE -> "examples";
    };
  }

  /** Where Cargo looks for a declared target without a {@code path}. */
  private String path(
      Source source, TargetKind kind, String name, List<Inferred> inferred, TomlSection table) {
    List<String> matching =
        inferred.stream().filter(each -> each.name().equals(name)).map(Inferred::path).toList();
    if (matching.size() == 1) {
      return matching.getFirst();
    }
    Optional<String> legacy =
        source.isFirstEdition() ? legacyPath(source, kind, name) : Optional.empty();
    if (legacy.isPresent()) {
      return legacy.get();
    }
    if (matching.size() > 1) {
      files.note(table.location(), "`" + name + "` could be any of " + String.join(", ", matching));
      return matching.getFirst();
    }
    return folderName(kind) + "/" + name + ".rs";
  }

  /** Paths that Cargo accepts in edition 2015 only. */
  private static Optional<String> legacyPath(Source source, TargetKind kind, String name) {
    List<String> candidates =
        switch (kind) {
          case BIN -> {
            boolean library = source.has("src/lib.rs") || source.manifest().has("lib");
            List<String> mains = List.of("src/main.rs", "src/bin/main.rs");
            List<String> all =
                new ArrayList<>(library ? List.of() : List.of("src/" + name + ".rs"));
            all.addAll(mains);
            yield all;
          }
          case BENCH -> name.equals("bench") ? List.of("src/bench.rs") : List.of();
          case LIB, TEST, EXAMPLE -> List.of();
        };
    return candidates.stream().filter(source::has).findFirst();
  }

  private CargoTarget target(
      Source source, TargetKind kind, String name, String path, Optional<TomlSection> declared) {
    Path file = source.folder().resolve(path).normalize();
    if (!Files.exists(file)) {
      Location at = declared.orElse(source.manifest()).location();
      files.note(at, "the source of " + kind.word() + " `" + name + "` is missing: " + path);
    }
    boolean testedByDefault =
        switch (kind) {
          case LIB, BIN, TEST -> true;
          case BENCH, EXAMPLE -> false;
        };
    CrateTypes types = declared.map(TargetFinder::crateTypes).orElse(CrateTypes.DEFAULT);
    return new CargoTarget(
        kind,
        name,
        files.relative(file),
        types.names(),
        types.at(),
        declared.flatMap(table -> table.flag("test")).orElse(testedByDefault),
        declared.map(table -> values(table.strings("required-features"))).orElse(List.of()),
        List.of());
  }

  private record CrateTypes(List<String> names, Optional<Location> at) {
    static final CrateTypes DEFAULT = new CrateTypes(List.of(), Optional.empty());
  }

  private static CrateTypes crateTypes(TomlSection table) {
    String key = table.spelling("crate-type");
    if (table.has(key)) {
      return new CrateTypes(values(table.strings(key)), Optional.of(table.at(key)));
    }
    String macro = table.spelling("proc-macro");
    return table.flag(macro).orElse(false)
        ? new CrateTypes(List.of("proc-macro"), Optional.of(table.at(macro)))
        : CrateTypes.DEFAULT;
  }

  private static List<String> values(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }

  /** {@code x.rs} and {@code x/main.rs} of a folder. */
  private static List<Inferred> inferred(Source source, String folder) {
    List<Inferred> found = new ArrayList<>();
    try (DirectoryStream<Path> children =
        Files.newDirectoryStream(source.folder().resolve(folder))) {
      for (Path child : children) {
        String name = child.getFileName().toString();
        if (name.startsWith(".")) {
          continue;
        }
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          if (Files.exists(child.resolve("main.rs"))) {
            found.add(new Inferred(name, folder + "/" + name + "/main.rs"));
          }
        } else if (name.endsWith(".rs") && name.length() > 3) {
          found.add(new Inferred(name.substring(0, name.length() - 3), folder + "/" + name));
        }
      }
    } catch (IOException absent) {
      return new ArrayList<>();
    }
    found.sort((one, other) -> one.path().compareTo(other.path()));
    return found;
  }
}
