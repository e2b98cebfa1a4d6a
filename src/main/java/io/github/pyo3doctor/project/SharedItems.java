package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.SharedItem;
import java.util.ArrayList;
import java.util.List;

/** Collects the statics and fields of a source file for which threads wait. */
final class SharedItems {
  /** Longer declarations are not looked through. */
  private static final int LONGEST = 5_000;

  private static final int LONGEST_TYPE = 200;

  private final RustTokens tokens;
  private final RustScopes scopes;
  private final ReachScan reach;
  private final WaitingTypes types;
  private final List<SharedItem> found = new ArrayList<>();
  private int ownThreadEnd;

  SharedItems(RustTokens tokens, RustScopes scopes, ReachScan reach) {
    this.tokens = tokens;
    this.scopes = scopes;
    this.reach = reach;
    types = new WaitingTypes(tokens);
  }

  List<SharedItem> found() {
    return List.copyOf(found);
  }

  /** Takes in a {@code use} from the token behind that word to its last. */
  void use(int start, int end) {
    types.use(start, end);
  }

  /** Takes in any other word. */
  void word(int i) {
    if (tokens.is(i, "thread_local") && tokens.is(i + 1, '!')) {
      ownThreadEnd = Math.max(ownThreadEnd, tokens.partner(Math.min(i + 2, tokens.count() - 1)));
    } else if (tokens.is(i, "static") && i >= ownThreadEnd) {
      declaration(i);
    } else if (tokens.is(i, "struct") && tokens.isWord(i + 1)) {
      fields(i);
    }
  }

  private void declaration(int keyword) {
    boolean lazyStatic = tokens.is(keyword + 1, "ref");
    boolean modified = lazyStatic || tokens.is(keyword + 1, "mut");
    int name = modified ? keyword + 2 : keyword + 1;
    if (!tokens.isWord(name) || !tokens.is(name + 1, ':')) {
      return;
    }
    int equals = typeEnd(name + 2);
    int end = declarationEnd(equals);
    if (!tokens.is(equals, '=')) {
      return;
    }
    if (lazyStatic) {
      Reach initializer = reach.ofCode(equals + 1, end);
      add(name, SharedItem.Kind.LAZY, "", "lazy_static!", initializer);
    } else {
      types
          .cell(name + 2, equals)
          .ifPresent(
              type -> add(name, type.kind(), "", type.path(), initializer(type, equals, end)));
    }
    types
        .lock(name + 2, equals)
        .ifPresent(type -> add(name, type.kind(), "", type.path(), Reach.NONE));
  }

  private Reach initializer(WaitingTypes.Found type, int from, int end) {
    if (type.kind() != SharedItem.Kind.LAZY) {
      return Reach.NONE;
    }
    for (int i = from; i < end; i++) {
      if (tokens.is(i, '(') && tokens.is(i - 1, "new")) {
        return reach.ofArgument(i);
      }
    }
    return Reach.NONE;
  }

  /** The {@code =} behind a type. */
  private int typeEnd(int start) {
    int depth = 0;
    for (int i = start; i < Math.min(tokens.count(), start + LONGEST_TYPE); i++) {
      if (tokens.is(i, '<')) {
        depth++;
      } else if (tokens.is(i, '>')) {
        depth--;
      } else if (tokens.is(i, '(') || tokens.is(i, '[')) {
        i = tokens.partner(i);
      } else if (depth <= 0 && (tokens.is(i, '=') || tokens.is(i, ';'))) {
        return i;
      }
    }
    return start;
  }

  private int declarationEnd(int start) {
    for (int i = start; i < Math.min(tokens.count(), start + LONGEST); i++) {
      if (tokens.is(i, ';')) {
        return i;
      }
      if (tokens.is(i, '(') || tokens.is(i, '[') || tokens.is(i, '{')) {
        i = tokens.partner(i);
      }
    }
    return start;
  }

  private void fields(int keyword) {
    int open = keyword + 2;
    while (open < Math.min(tokens.count(), keyword + LONGEST_TYPE)
        && !tokens.is(open, '{')
        && !tokens.is(open, '(')
        && !tokens.is(open, ';')) {
      open++;
    }
    boolean numbered = tokens.is(open, '(');
    if (!numbered && !tokens.is(open, '{')) {
      return;
    }
    String owner = tokens.text(keyword + 1);
    int close = Math.min(tokens.partner(open), tokens.count());
    int number = -1;
    for (int[] piece : MacroAttributes.pieces(tokens, open + 1, close)) {
      number++;
      int start = piece[0];
      while (tokens.is(start, '#') && tokens.is(start + 1, '[') && start < piece[1]) {
        start = tokens.partner(start + 1) + 1;
      }
      if (tokens.is(start, "pub")) {
        start = tokens.is(start + 1, '(') ? tokens.partner(start + 1) + 1 : start + 1;
      }
      boolean named = tokens.isWord(start) && tokens.is(start + 1, ':');
      int typeAt = numbered ? start : start + 2;
      if (typeAt >= piece[1] || (!numbered && !named)) {
        continue;
      }
      int at = start;
      String name = numbered ? String.valueOf(number) : tokens.text(start);
      types
          .cell(typeAt, piece[1])
          .filter(type -> type.kind() == SharedItem.Kind.CELL)
          .ifPresent(type -> add(name, at, type.kind(), owner, type.path(), Reach.NONE));
      types
          .lock(typeAt, piece[1])
          .ifPresent(type -> add(name, at, type.kind(), owner, type.path(), Reach.NONE));
    }
  }

  private void add(int name, SharedItem.Kind kind, String owner, String type, Reach initializer) {
    add(tokens.text(name), name, kind, owner, type, initializer);
  }

  private void add(
      String name, int at, SharedItem.Kind kind, String owner, String type, Reach initializer) {
    found.add(
        new SharedItem(
            name,
            kind,
            owner,
            type,
            reach.located("", at).location(),
            initializer,
            scopes.conditions()));
  }
}
