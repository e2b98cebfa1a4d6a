package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.MacroOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the attributes of one item or field say to PyO3's macros. */
final class MacroAttributes {
  private static final Set<String> MACROS =
      Set.of("pymodule", "pymodule_init", "pyclass", "pymethods", "pyfunction", "pyfn");
  private static final Set<String> DERIVED =
      Set.of("FromPyObject", "IntoPyObject", "IntoPyObjectRef");

  /** {@code cfg_attr} in {@code cfg_attr}, deeper than anybody writes. */
  private static final int DEEPEST = 8;

  private final RustTokens tokens;
  private final List<MacroOption> options = new ArrayList<>();
  private final List<String> derives = new ArrayList<>();
  private String macro = "";
  private OptionalInt macroAt = OptionalInt.empty();
  private List<String> macroConditions = List.of();

  private MacroAttributes(RustTokens tokens) {
    this.tokens = tokens;
  }

  /** Reads the attributes from the {@code #} of the first to the token behind the last. */
  static MacroAttributes read(RustTokens tokens, int first, int end) {
    MacroAttributes all = new MacroAttributes(tokens);
    int token = first;
    while (token < end && tokens.is(token, '#') && tokens.is(token + 1, '[')) {
      int close = Math.min(tokens.partner(token + 1), end);
      all.attribute(token + 2, close, List.of());
      token = close + 1;
    }
    return all;
  }

  /** The path of the macro as written, of a derive the trait; empty when there is none. */
  String macro() {
    return macro;
  }

  /** The first token of the macro's path. */
  OptionalInt macroAt() {
    return macroAt;
  }

  /** The predicates of the {@code cfg_attr} around the macro, the outermost first. */
  List<String> macroConditions() {
    return macroConditions;
  }

  List<MacroOption> options() {
    return List.copyOf(options);
  }

  List<String> derives() {
    return List.copyOf(derives);
  }

  /** The stretches between commas that stand in no brackets: each its first token and its end. */
  static List<int[]> pieces(RustTokens tokens, int start, int end) {
    List<int[]> found = new ArrayList<>();
    int from = start;
    int angles = 0;
    for (int i = start; i < end; i++) {
      if (tokens.is(i, ',') && angles <= 0) {
        found.add(new int[] {from, i});
        from = i + 1;
        angles = 0;
      } else if (tokens.is(i, '<')) {
        angles++;
      } else if (tokens.is(i, '>')) {
        angles--;
      } else if (tokens.is(i, '(') || tokens.is(i, '[') || tokens.is(i, '{')) {
        i = Math.min(tokens.partner(i), end);
      }
    }
    if (from < end) {
      found.add(new int[] {from, end});
    }
    return found;
  }

  private void attribute(int start, int end, List<String> conditions) {
    int last = tokens.is(start, "::") ? start + 1 : start;
    while (last + 2 < end && tokens.is(last + 1, "::")) {
      last += 2;
    }
    if (!tokens.isWord(last) || last >= end) {
      return;
    }
    String name = tokens.text(last);
    boolean list = tokens.is(last + 1, '(');
    int close = list ? Math.min(tokens.partner(last + 1), end) : last + 1;
    if (MACROS.contains(name)) {
      macro = tokens.between(start - 1, last + 1).replace(" ", "");
      macroAt = OptionalInt.of(start);
      macroConditions = conditions;
    }
    if (!list) {
      return;
    }
    List<int[]> arguments = pieces(tokens, last + 2, close);
    if (name.equals("cfg_attr") && conditions.size() < DEEPEST && !arguments.isEmpty()) {
      List<String> inner = new ArrayList<>(conditions);
      inner.add(tokens.between(arguments.getFirst()[0] - 1, arguments.getFirst()[1]));
      for (int[] each : arguments.subList(1, arguments.size())) {
        attribute(each[0], each[1], List.copyOf(inner));
      }
    } else if (name.equals("derive")) {
      arguments.forEach(this::derive);
    } else if (MACROS.contains(name) || name.equals("pyo3")) {
      for (int[] each : arguments) {
        option(each, !conditions.isEmpty());
      }
    }
  }

  private void derive(int[] path) {
    int last = path[1] - 1;
    if (tokens.isWord(last)) {
      String derived = tokens.text(last);
      derives.add(derived);
      if (DERIVED.contains(derived) && macro.isEmpty()) {
        macro = derived;
        macroAt = OptionalInt.of(path[0]);
      }
    }
  }

  private void option(int[] piece, boolean conditional) {
    int word = piece[0];
    if (word < piece[1] && tokens.kind(word) == RustTokens.Kind.STRING) {
      options.add(new MacroOption(tokens.text(word), Optional.empty(), conditional));
    }
    if (word >= piece[1] || !tokens.isWord(word)) {
      return;
    }
    Optional<String> value = Optional.empty();
    if (tokens.is(word + 1, '=') && word + 2 < piece[1]) {
      boolean string = tokens.kind(word + 2) == RustTokens.Kind.STRING;
      value = Optional.of(string ? tokens.content(word + 2) : tokens.between(word + 1, piece[1]));
    }
    options.add(new MacroOption(tokens.text(word), value, conditional));
  }
}
