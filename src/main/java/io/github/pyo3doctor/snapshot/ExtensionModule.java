package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * An extension module that the Python build tools are told to build.
 *
 * @param names the names it may have, the one today's tools take first: {@code my_ext._core}; only
 *     the part behind the last dot is asked of the library
 * @param setting what decided about the name, in a word or two
 * @param location where that is written
 * @param cargoManifest the {@code Cargo.toml} of the package it is built from
 * @param features the features that setuptools-rust is told to ask for; maturin's stand in {@link
 *     PyProject}
 * @param withoutDefaultFeatures whether setuptools-rust is told to leave the package's default
 *     features off
 * @param stableAbi what setuptools is told of the stable ABI; empty for maturin, which goes by the
 *     features
 * @param pythonPackage the Python code that maturin puts around the module; empty for
 *     setuptools-rust
 */
public record ExtensionModule(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> names,
    String setting,
    Location location,
    String cargoManifest,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> features,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean withoutDefaultFeatures,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<StableAbi> stableAbi,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<PythonPackage> pythonPackage) {
  /**
   * Where maturin looks for Python code to put around the module.
   *
   * @param source {@code python-source}; empty when nothing is said
   * @param sourceExists whether that folder is there
   * @param folder the folder of the module's package, relative to the project's root
   * @param folderExists whether that is there
   * @param imports whether a Python file in it names the module, or may
   * @param maker the line by which the folder that is missing may be made when the project is
   *     built; absent in a snapshot of a program that did not look
   */
  public record PythonPackage(
      Optional<Located<String>> source,
      boolean sourceExists,
      String folder,
      boolean folderExists,
      boolean imports,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<Located<String>> maker) {}

  /**
   * What setuptools is told of the stable ABI.
   *
   * @param extension {@code py_limited_api} of the extension, which names its file: {@code true},
   *     {@code false} or {@code auto}; empty when nothing is said
   * @param wheel {@code py_limited_api} of the wheel, which becomes its tag: {@code cp39}; empty
   *     when nothing is said
   * @param open whether a script decides about one of them in a way that cannot be read
   */
  public record StableAbi(
      Optional<Located<String>> extension, Optional<Located<String>> wheel, boolean open) {}
}
