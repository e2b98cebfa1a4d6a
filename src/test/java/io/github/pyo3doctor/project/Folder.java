package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project a test writes, and what the collector makes of it. */
record Folder(Path path) {
  static final String PACKAGE =
      """
      [package]
      name = "demo"
      version = "0.1.0"
      edition = "2021"

      [dependencies]
      pyo3 = "0.26"
      """;

  /** Writes a file and its folders. */
  Folder with(String name, String text) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A package of that name with an empty library. */
  Folder withPackage(String folder, String name) {
    String manifest =
        "[package]\nname = \"" + name + "\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";
    return with(folder + "/Cargo.toml", manifest).with(folder + "/src/lib.rs", "");
  }

  Project collect() {
    try {
      return new ProjectCollector().collect(path, CollectProgress.NONE);
    } catch (UnusableProjectException unusable) {
      throw new AssertionError(unusable);
    }
  }

  /** The only package of the project. */
  CargoPackage onlyPackage() {
    List<CargoPackage> all =
        collect().workspaces().stream().flatMap(each -> each.members().stream()).toList();
    if (all.size() != 1) {
      throw new AssertionError("expected one package, got " + all);
    }
    return all.getFirst();
  }

  /** The files of the library of the only package. */
  List<RustFile> libraryFiles() {
    return onlyPackage().library().map(CargoTarget::files).orElseThrow();
  }

  /** A function of the library of the only package. */
  RustFunction function(String name) {
    return libraryFiles().stream()
        .flatMap(file -> file.functions().stream())
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no function " + name));
  }

  /** What was not examined, as people read it. */
  List<String> notes() {
    return collect().notExamined().stream().map(NotExamined::toString).toList();
  }
}
