package io.github.pyo3doctor.project;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the {@code use} declarations of a file bring in. */
final class Imports {
  /** Braces in braces, deeper than anybody writes. */
  private static final int DEEPEST = 8;

  private final RustTokens tokens;
  private final Map<String, Set<String>> paths = new HashMap<>();
  private final Set<String> globs = new LinkedHashSet<>();

  Imports(RustTokens tokens) {
    this.tokens = tokens;
  }

  /** Takes what a {@code use} brings in. */
  interface Taker {
    /**
     * One name.
     *
     * @param path its full path
     * @param token the last word of the path as written
     */
    void name(String path, int token);
  }

  /** Takes in a {@code use} from the token behind that word to its last. */
  void use(int start, int end) {
    use(start, end, (_, _) -> {});
  }

  /** The same, and hands each of its names on. */
  void use(int start, int end, Taker taker) {
    tree("", tokens.is(start, "::") ? start + 1 : start, end, 0, taker);
  }

  private void tree(String prefix, int start, int end, int depth, Taker taker) {
    StringBuilder path = new StringBuilder(prefix);
    int last = -1;
    for (int i = start; i < end && depth < DEEPEST; i++) {
      if (tokens.is(i, '{')) {
        for (int[] piece :
            MacroAttributes.pieces(tokens, i + 1, Math.min(tokens.partner(i), end))) {
          tree(path.toString(), piece[0], piece[1], depth + 1, taker);
        }
        return;
      }
      if (tokens.is(i, '*')) {
        globs.add(path.toString());
      } else if (tokens.is(i, "as") && tokens.isWord(i + 1)) {
        bind(tokens.text(i + 1), path.toString(), i - 1, taker);
        return;
      } else if (tokens.isWord(i)) {
        last = i;
        path.append(tokens.is(i, "self") && !path.isEmpty() ? "" : tokens.text(i));
      } else if (tokens.is(i, "::") && !path.isEmpty()) {
        path.append("::");
      }
    }
    if (last >= 0 && path.toString().endsWith("::") && tokens.is(last, "self")) {
      path.setLength(path.length() - 2);
      bind(path.substring(path.lastIndexOf(":") + 1), path.toString(), last, taker);
    } else if (last >= 0 && !path.toString().endsWith("::")) {
      bind(tokens.text(last), path.toString(), last, taker);
    }
  }

  private void bind(String name, String path, int token, Taker taker) {
    Set<String> known = paths.getOrDefault(name, Set.of());
    if (known.isEmpty()) {
      paths.put(name, Set.of(path)); // as of nearly every name
    } else if (!known.contains(path)) {
      Set<String> more = new LinkedHashSet<>(known);
      more.add(path);
      paths.put(name, more);
    }
    taker.name(path, token);
  }

  /** The paths a name may stand for; several when the file's modules or conditions differ. */
  Set<String> paths(String name) {
    return paths.getOrDefault(name, Set.of());
  }

  /** What stands before each {@code *}, with its {@code ::}. */
  Set<String> globs() {
    return globs;
  }
}
