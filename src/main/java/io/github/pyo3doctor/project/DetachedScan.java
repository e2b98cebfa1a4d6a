package io.github.pyo3doctor.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells which parameters of the function around it a closure uses. Names that are bound anew
 * anywhere between are left out: what they stand for then cannot be told.
 */
final class DetachedScan {
  private static final Set<String> AROUND = Set.of("Option", "Vec", "Box");
  private static final Set<String> BEFORE_CLOSURE =
      Set.of("(", ",", "=", "move", "{", ";", "=>", "return", ":");
  private static final Set<String> BINDING = Set.of("let", "for");
  private static final Set<String> PATTERN_ENDS = Set.of("=", "in", ";", "{");

  private static final int LONGEST_SIGNATURE = 500;
  private static final int LONGEST_BODY = 5_000;
  private static final int LONGEST_PATTERN = 30;

  private final RustTokens tokens;

  DetachedScan(RustTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * A parameter in a closure.
   *
   * @param name its name
   * @param type the first token of the path of its type, {@code &} and {@code Option} left out
   * @param at where the closure first uses it
   */
  record Captured(String name, int type, int at) {}

  /** What the closure without parameters uses that is the argument behind {@code open}. */
  List<Captured> captured(RustScopes.Function function, int open) {
    int start = tokens.is(open + 1, "move") ? open + 2 : open + 1;
    int close = Math.min(tokens.partner(open), tokens.count());
    boolean closure = tokens.is(start, '|') && tokens.is(start + 1, '|');
    int bodyStart = function.signatureEnd() + 1;
    if (!closure || close - bodyStart > LONGEST_BODY || declaresFunction(bodyStart, close)) {
      return List.of();
    }
    List<Captured> found = new ArrayList<>();
    for (Captured parameter : parameters(function)) {
      if (!isBound(parameter.name(), bodyStart, close)) {
        for (int i = start + 2; i < close; i++) {
          if (isUse(i, parameter.name())) {
            found.add(new Captured(parameter.name(), parameter.type(), i));
            break;
          }
        }
      }
    }
    return found;
  }

  private boolean declaresFunction(int start, int end) {
    for (int i = start; i < end; i++) {
      if (tokens.is(i, "fn") && tokens.isWord(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private List<Captured> parameters(RustScopes.Function function) {
    int open = function.nameToken() + 1;
    int depth = 0;
    int limit = Math.min(function.signatureEnd(), open + LONGEST_SIGNATURE);
    while (open < limit && (depth > 0 || !tokens.is(open, '('))) {
      depth += tokens.is(open, '<') ? 1 : tokens.is(open, '>') ? -1 : 0;
      open++;
    }
    if (!tokens.is(open, '(')) {
      return List.of();
    }
    List<Captured> found = new ArrayList<>();
    for (int[] piece : MacroAttributes.pieces(tokens, open + 1, tokens.partner(open))) {
      int name = Fields.behindAttributes(tokens, piece[0], piece[1]);
      name = tokens.is(name, "mut") ? name + 1 : name;
      if (tokens.isWord(name) && tokens.is(name + 1, ':')) {
        int type = name + 2;
        while (type < piece[1] && !isTypeName(type)) {
          type++;
        }
        if (type < piece[1]) {
          found.add(new Captured(tokens.text(name), type, name));
        }
      }
    }
    return found;
  }

  private boolean isTypeName(int i) {
    return tokens.isWord(i) && !tokens.is(i, "mut") && !AROUND.contains(tokens.text(i));
  }

  private boolean isUse(int i, String name) {
    boolean assigned = tokens.is(i + 1, '=') && !tokens.is(i + 2, '=');
    return tokens.isWord(i)
        && tokens.is(i, name)
        && !RustSyntax.isMember(tokens, i)
        && !tokens.is(i - 1, "::")
        && !tokens.is(i + 1, "::")
        && !tokens.is(i + 1, ':')
        && !assigned;
  }

  /** Whether a pattern in that stretch may bind the name. */
  private boolean isBound(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      if (tokens.isWord(i) && BINDING.contains(tokens.text(i))) {
        int stop = i + 1;
        while (stop < end && !PATTERN_ENDS.contains(tokens.text(stop))) {
          if (tokens.is(stop, name)) {
            return true;
          }
          stop++;
        }
      } else if (tokens.is(i, '|') && BEFORE_CLOSURE.contains(tokens.text(i - 1))) {
        for (i++; i < end && !tokens.is(i, '|'); i++) {
          if (tokens.is(i, name)) {
            return true;
          }
        }
      } else if (tokens.is(i, name) && leadsToArm(i, end)) {
        return true;
      }
    }
    return false;
  }

  private boolean leadsToArm(int i, int end) {
    for (int next = i + 1; next < Math.min(end, i + LONGEST_PATTERN); next++) {
      if (tokens.is(next, "=>")) {
        return true;
      }
      if (tokens.is(next, ';') || tokens.is(next, '{') || tokens.is(next, '}')) {
        return false;
      }
    }
    return false;
  }
}
