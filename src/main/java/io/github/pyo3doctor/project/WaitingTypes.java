package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.SharedItem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells by a file's imports which type a name stands for, of those that threads wait for. */
final class WaitingTypes {
  private static final Map<String, SharedItem.Kind> TYPES =
      Map.of(
          "std::sync::Once", SharedItem.Kind.CELL,
          "std::sync::OnceLock", SharedItem.Kind.CELL,
          "once_cell::sync::OnceCell", SharedItem.Kind.CELL,
          "std::sync::LazyLock", SharedItem.Kind.LAZY,
          "once_cell::sync::Lazy", SharedItem.Kind.LAZY,
          "std::sync::Mutex", SharedItem.Kind.LOCK,
          "std::sync::RwLock", SharedItem.Kind.LOCK,
          "parking_lot::Mutex", SharedItem.Kind.LOCK,
          "parking_lot::RwLock", SharedItem.Kind.LOCK);

  /** Names that no other crate in use has given to a type of its own. */
  private static final Set<String> OF_STD = Set.of("OnceLock", "LazyLock");

  /** Types around one of them that leave it what it is. */
  private static final Set<String> WRAPPERS =
      Set.of("Arc", "Box", "Option", "OnceLock", "LazyLock", "Lazy", "OnceCell", "sync", "std");

  private final RustTokens tokens;
  private final Imports imports;

  WaitingTypes(RustTokens tokens) {
    this.tokens = tokens;
    imports = new Imports(tokens);
  }

  /**
   * A type that threads wait for.
   *
   * @param path its full path
   */
  record Found(String path, SharedItem.Kind kind) {}

  /** Takes in a {@code use} from the token behind that word to its last. */
  void use(int start, int end) {
    imports.use(start, end);
  }

  /** The outermost cell of a type, if a cell is what it is, be it behind an {@code Arc}. */
  Optional<Found> cell(int start, int end) {
    return first(start, end).filter(found -> found.kind() != SharedItem.Kind.LOCK);
  }

  /** The lock in a type, if there is one behind nothing but cells and {@code Arc}. */
  Optional<Found> lock(int start, int end) {
    int i = start;
    while (i < end) {
      Optional<Found> found = first(i, end);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (found.get().kind() == SharedItem.Kind.LOCK) {
        return found;
      }
      i = behindPath(i, end, found.get());
    }
    return Optional.empty();
  }

  private int behindPath(int start, int end, Found found) {
    for (int i = start; i < end; i++) {
      boolean begins = tokens.isWord(i) && !tokens.is(i - 1, "::");
      if (begins
          && resolve(pathFrom(i)).filter(same -> same.path().equals(found.path())).isPresent()) {
        while (tokens.is(i + 1, "::") && tokens.isWord(i + 2)) {
          i += 2;
        }
        return i + 1;
      }
    }
    return end;
  }

  private Optional<Found> first(int start, int end) {
    for (int i = start; i < end; i++) {
      if (tokens.is(i, '[') || tokens.is(i, '(')) {
        return Optional.empty(); // several, each by itself
      }
      if (!tokens.isWord(i) || tokens.is(i - 1, "::")) {
        continue;
      }
      String path = pathFrom(i);
      Optional<Found> found = resolve(path);
      if (found.isPresent()) {
        return found;
      }
      String name = path.substring(path.lastIndexOf(':') + 1);
      if (!WRAPPERS.contains(name)) {
        return Optional.empty();
      }
      while (tokens.is(i + 1, "::") && tokens.isWord(i + 2)) {
        i += 2;
      }
    }
    return Optional.empty();
  }

  private String pathFrom(int token) {
    StringBuilder path = new StringBuilder(tokens.text(token));
    for (int i = token + 1; tokens.is(i, "::") && tokens.isWord(i + 1); i += 2) {
      path.append("::").append(tokens.text(i + 1));
    }
    return path.toString();
  }

  private Optional<Found> resolve(String written) {
    int colons = written.indexOf("::");
    String first = colons < 0 ? written : written.substring(0, colons);
    String rest = colons < 0 ? "" : written.substring(colons);
    Optional<String> imported = imports.paths(first).stream().reduce((_, last) -> last);
    String full = imported.map(path -> path + rest).orElse(written);
    if (!TYPES.containsKey(full) && colons < 0 && imported.isEmpty()) {
      for (String glob : imports.globs()) {
        if (TYPES.containsKey(glob + first)) {
          full = glob + first;
        }
      }
      if (OF_STD.contains(first)) {
        full = "std::sync::" + first;
      }
    }
    SharedItem.Kind kind = TYPES.get(full);
    return kind == null ? Optional.empty() : Optional.of(new Found(full, kind));
  }
}
