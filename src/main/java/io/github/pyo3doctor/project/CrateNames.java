package io.github.pyo3doctor.project;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects the first segments of a file's paths, and tells which of them may name a crate. */
final class CrateNames {
  /** What a path may begin with that is no crate a manifest would name. */
  private static final Set<String> NEVER =
      Set.of(
          "crate", "self", "super", "Self", "std", "core", "alloc", "bool", "char", "str", "u8",
          "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32",
          "f64", "_");

  private final Map<String, Integer> firstTokens = new LinkedHashMap<>();
  private final Set<String> imported = new HashSet<>();
  private final Set<String> boundHere = new HashSet<>();
  private final Set<String> modules = new HashSet<>();

  /** A path in an expression, a type, an attribute or a macro begins with that name. */
  void path(String name, int token) {
    boolean isType = name.isEmpty() || Character.isUpperCase(name.codePointAt(0));
    if (!isType && !NEVER.contains(name)) {
      firstTokens.putIfAbsent(name, token);
    }
  }

  /** A {@code use}, an {@code extern crate} or a path with leading {@code ::} begins with it. */
  void importedPath(String name, int token) {
    imported.add(name);
    path(name, token);
  }

  /** A {@code use} brings that name into scope, which then stands for what was imported. */
  void bind(String name) {
    boundHere.add(name);
  }

  /** A module of that name is declared here, and hides a crate of that name. */
  void declareModule(String name) {
    modules.add(name);
  }

  /**
   * The names that may be crates, each with the token of its first place, in the order of the text.
   */
  Map<String, Integer> found() {
    Map<String, Integer> found = new LinkedHashMap<>(firstTokens);
    found.keySet().removeAll(modules);
    found.keySet().removeIf(name -> boundHere.contains(name) && !imported.contains(name));
    return found;
  }
}
