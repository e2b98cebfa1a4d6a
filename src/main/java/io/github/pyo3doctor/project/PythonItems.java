package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.ClassField;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.PythonItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the items of a source file that carry PyO3's macros, while the file is scanned. */
final class PythonItems {
  /** Names of types that cannot go to another thread, or not be shared, and of PyO3. */
  private static final Set<String> IMPORTS_OF_INTEREST =
      Set.of(
          "pyo3",
          "Rc",
          "rc",
          "Cell",
          "RefCell",
          "UnsafeCell",
          "OnceCell",
          "cell",
          "MutexGuard",
          "RwLockReadGuard",
          "RwLockWriteGuard",
          "Receiver",
          "NonNull",
          "ptr",
          "mpsc",
          "sync");

  private static final Set<String> KEYWORDS =
      Set.of("fn", "mod", "struct", "enum", "union", "impl", "trait", "type", "const", "static");

  /** Longer types are not shown, nor can anything be told of them. */
  private static final int LONGEST_TYPE = 200;

  private final String path;
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final List<PythonItem> items = new ArrayList<>();
  private final List<Located<String>> imports = new ArrayList<>();
  private final List<Located<String>> threadPromises = new ArrayList<>();
  private final List<Located<String>> generators = new ArrayList<>();
  private int pythonModuleEnd;

  /**
   * @param path what locations name
   * @param scopes what the token being read stands in
   */
  PythonItems(String path, RustTokens tokens, RustScopes scopes) {
    this.path = path;
    this.tokens = tokens;
    this.scopes = scopes;
  }

  /** What was found; nothing in a file without any of it. */
  Optional<PythonCode> found() {
    if (items.isEmpty() && threadPromises.isEmpty() && generators.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PythonCode(
            List.copyOf(items),
            items.isEmpty() ? List.of() : List.copyOf(imports),
            List.copyOf(threadPromises),
            List.copyOf(generators)));
  }

  /**
   * Takes in an item with attributes.
   *
   * @param first the {@code #} of its first attribute
   * @param start the token behind its attributes
   */
  void item(int first, int start) {
    MacroAttributes attributes = MacroAttributes.read(tokens, first, start);
    if (attributes.macroAt().isEmpty()) {
      return;
    }
    int keyword = RustAttributes.keyword(tokens, start);
    if (!tokens.isWord(keyword) || !KEYWORDS.contains(tokens.text(keyword))) {
      return;
    }
    int name = tokens.is(keyword, "impl") ? selfType(keyword) : keyword + 1;
    boolean generated = tokens.is(name, '$');
    int named = generated ? name + 1 : name;
    if (!tokens.isWord(named)) {
      return;
    }
    int body = body(named + 1);
    boolean pythonModule = attributes.macro().endsWith("pymodule");
    items.add(
        new PythonItem(
            attributes.macro(),
            location(attributes.macroAt().getAsInt()),
            tokens.text(keyword),
            (generated ? "$" : "") + tokens.text(named),
            location(named),
            attributes.options(),
            attributes.derives(),
            tokens.is(keyword, "struct")
                ? fields(body)
                : tokens.is(keyword, "impl")
                    ? new GetterScan(tokens, path).copying(body)
                    : List.of(),
            tokens.is(keyword, "enum") && isPlain(body),
            tokens.is(keyword, "impl") && isChanging(body),
            place(first),
            scopes.conditions(),
            attributes.macroConditions()));
    if (pythonModule && tokens.is(keyword, "mod") && tokens.is(body, '{')) {
      pythonModuleEnd = Math.max(pythonModuleEnd, tokens.partner(body));
    }
  }

  private PythonItem.Place place(int token) {
    if (scopes.function() != null) {
      return PythonItem.Place.FUNCTION;
    }
    return token < pythonModuleEnd ? PythonItem.Place.PYTHON_MODULE : PythonItem.Place.MODULE;
  }

  /** The last word of the path behind {@code impl}. */
  private int selfType(int impl) {
    int token = impl + 1;
    while (tokens.isWord(token) && tokens.is(token + 1, "::")) {
      token += 2;
    }
    return token;
  }

  /** The first bracket behind an item's name that is not of its generics, or its semicolon. */
  private int body(int start) {
    int token = start;
    while (token < tokens.count() && token < start + LONGEST_TYPE) {
      if (tokens.is(token, '{') || tokens.is(token, '(') || tokens.is(token, ';')) {
        return token;
      }
      token++;
    }
    return token;
  }

  private List<ClassField> fields(int open) {
    List<ClassField> found = new ArrayList<>();
    for (Fields.Field field : Fields.behind(tokens, open)) {
      found.add(
          new ClassField(
              field.name(),
              tokens.between(field.type() - 1, field.end()),
              location(field.start()),
              MacroAttributes.read(tokens, field.first(), field.start()).options()));
    }
    return List.copyOf(found);
  }

  /** Whether a method between the braces that begin there has its object mutably. */
  private boolean isChanging(int open) {
    int close = tokens.is(open, '{') ? Math.min(tokens.partner(open), tokens.count()) : open;
    for (int i = open + 1; i < close; i++) {
      boolean mutably = tokens.is(i, "mut") && tokens.is(i + 1, "self");
      boolean borrowed = tokens.is(i - 1, '&') || tokens.kind(i - 1) == RustTokens.Kind.LIFETIME;
      boolean guarded = tokens.is(i, "PyRefMut") || tokens.is(i, "borrow_mut");
      if ((mutably && borrowed) || guarded || tokens.is(i, "setter")) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlain(int open) {
    if (!tokens.is(open, '{')) {
      return false;
    }
    int close = Math.min(tokens.partner(open), tokens.count());
    for (int i = open + 1; i < close; i++) {
      boolean group = tokens.is(i, '(') || tokens.is(i, '{');
      if (group && tokens.isWord(i - 1)) {
        return false;
      }
      if (group || tokens.is(i, '[')) {
        i = tokens.partner(i);
      }
    }
    return true;
  }

  /** Takes in a {@code use} from the token behind that word to its last. */
  void use(int start, int end) {
    boolean ofInterest = false;
    for (int i = start; i < end && !ofInterest; i++) {
      ofInterest = tokens.isWord(i) && IMPORTS_OF_INTEREST.contains(tokens.text(i));
    }
    if (ofInterest) {
      tree("", start, end, 0);
    }
  }

  private void tree(String prefix, int start, int end, int depth) {
    StringBuilder written = new StringBuilder(prefix);
    for (int i = start; i < end; i++) {
      if (tokens.is(i, '{')) {
        if (depth < 8) {
          for (int[] piece :
              MacroAttributes.pieces(tokens, i + 1, Math.min(tokens.partner(i), end))) {
            tree(written.toString(), piece[0], piece[1], depth + 1);
          }
        }
        return;
      }
      if (tokens.is(i, "as")) {
        written.append(" as ");
      } else if (written.length() < LONGEST_TYPE) {
        written.append(tokens.text(i));
      }
    }
    imports.add(new Located<>(written.toString(), location(start)));
  }

  /** Takes in an {@code extern crate} with that name. */
  void externCrate(int name) {
    if (tokens.is(name + 1, "as") && tokens.isWord(name + 2)) {
      String renamed = tokens.text(name) + " as " + tokens.text(name + 2);
      imports.add(new Located<>(renamed, location(name)));
    }
  }

  /** Takes in any other word. */
  void word(int i) {
    if (tokens.is(i, "impl") && tokens.is(i - 1, "unsafe")) {
      threadPromise(i);
    } else if (tokens.is(i + 1, '!') && scopes.function() == null) {
      String name = tokens.text(i);
      boolean call = tokens.is(i + 2, '(') || tokens.is(i + 2, '{') || tokens.is(i + 2, '[');
      if (call && (name.equals("include") || name.contains("module"))) {
        generators.add(new Located<>(name, location(i)));
      }
    }
  }

  /** {@code unsafe impl Send for X}, be {@code X} what a macro fills in. */
  private void threadPromise(int impl) {
    int trait = selfType(behindGenerics(impl + 1) - 1);
    boolean promise = tokens.is(trait, "Send") || tokens.is(trait, "Sync");
    if (promise && tokens.is(trait + 1, "for")) {
      int type = selfType(trait + 1);
      if (tokens.isWord(type) || tokens.is(type, '$')) {
        threadPromises.add(new Located<>(tokens.text(type), location(type)));
      }
    }
  }

  /** Behind the {@code <…>} that begins there, if one does. */
  private int behindGenerics(int start) {
    int depth = 0;
    for (int i = start; i < Math.min(tokens.count(), start + LONGEST_TYPE); i++) {
      depth += tokens.is(i, '<') ? 1 : tokens.is(i, '>') ? -1 : 0;
      if (depth == 0) {
        return tokens.is(i, '>') ? i + 1 : i;
      }
    }
    return start;
  }

  private Location location(int token) {
    return Location.in(path, tokens.position(token));
  }
}
