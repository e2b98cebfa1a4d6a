package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.ApiCode;
import io.github.pyo3doctor.snapshot.ApiUse;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the names of a source file that may be PyO3's, while the file is scanned. */
final class ApiScan {
  private static final String CRATE = "pyo3";

  /** How the names begin that PyO3 exports, as far as they are not too common to tell anything. */
  private static final List<String> BEGINNINGS =
      List.of("Py", "GIL", "IntoPy", "ToPy", "AsPy", "FromPy", "Downcast", "wrap_py", "py");

  private static final WordSet DECLARING =
      WordSet.of("struct", "enum", "union", "trait", "type", "macro_rules");

  private static final Set<String> BEFORE_TYPE = Set.of("->", "<", "&", "impl", "dyn", "+", "mut");

  private static final Set<String> EXPOSED_FUNCTIONS = Set.of("pyfunction", "pymodule");

  private static final WordSet TOKENS = WordSet.of("py", "_py");

  /** A use whose path can be told only when every import has been seen. */
  private record Pending(
      ApiUse.Form form, String path, String before, int token, List<String> conditions) {}

  private final String path;
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final Imports imports;
  private final DetachedScan detached;
  private final List<Pending> pending = new ArrayList<>();
  private final Map<String, ApiUse> uses = new LinkedHashMap<>();
  private final Set<String> declared = new LinkedHashSet<>();
  private int methodsEnd;
  private int exposed = -1;

  /**
   * @param path what locations name
   * @param scopes what the token being read stands in
   */
  ApiScan(String path, RustTokens tokens, RustScopes scopes, Imports imports) {
    this.path = path;
    this.tokens = tokens;
    this.scopes = scopes;
    this.imports = imports;
    detached = new DetachedScan(tokens);
  }

  /** Whether a file is to be looked at at all. */
  static boolean isWorthwhile(String text) {
    return text.contains(CRATE) || text.contains("Py");
  }

  /** What was found; nothing in a file without any of it. */
  Optional<ApiCode> found() {
    pending.forEach(this::resolve);
    return uses.isEmpty() && declared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ApiCode(
                List.copyOf(uses.values()),
                uses.isEmpty() ? List.of() : List.copyOf(imports.globs()),
                List.copyOf(declared)));
  }

  /**
   * Takes in an item with attributes.
   *
   * @param first the {@code #} of its first attribute
   * @param start the token behind its attributes
   */
  void item(int first, int start) {
    int keyword = RustAttributes.keyword(tokens, start);
    if (isMethod(keyword) && tokens.is(keyword, "fn")) {
      attributes(first, start);
    }
    MacroAttributes attributes = MacroAttributes.read(tokens, first, start);
    if (attributes.macroAt().isEmpty()) {
      return;
    }
    String macro = attributes.macro().substring(attributes.macro().lastIndexOf(':') + 1);
    if (tokens.is(keyword, "fn") && EXPOSED_FUNCTIONS.contains(macro)) {
      exposed = keyword;
      attributes(first, start);
    } else if (tokens.is(keyword, "impl") && macro.equals("pymethods")) {
      int body = keyword;
      while (body < tokens.count() && !tokens.is(body, '{') && !tokens.is(body, ';')) {
        body++;
      }
      methodsEnd = tokens.is(body, '{') ? tokens.partner(body) : methodsEnd;
    }
  }

  /** The attributes of a function that are one word, without or with a value. */
  private void attributes(int first, int start) {
    int hash = first;
    while (hash < start && tokens.is(hash, "#") && tokens.is(hash + 1, "[")) {
      int name = hash + 2;
      int close = tokens.partner(hash + 1);
      boolean alone = tokens.isWord(name) && !tokens.is(name + 1, "::");
      if (alone && close < start && imports.paths(tokens.text(name)).isEmpty()) {
        add(ApiUse.Form.ATTRIBUTE, tokens.text(name), name, conditions());
      }
      hash = close + 1;
    }
  }

  private boolean isMethod(int keyword) {
    return keyword < methodsEnd && scopes.function() == null;
  }

  /** Takes in one name of a {@code use}. */
  void imported(String full, int token) {
    if (!scopes.isPassedOver(token) && full.startsWith(CRATE + "::")) {
      add(ApiUse.Form.PATH, full, token, scopes.conditions());
    }
  }

  /** Takes in a function, from that word to the token its body begins with. */
  void function(int keyword, int signatureEnd) {
    if (keyword != exposed && !isMethod(keyword)) {
      return;
    }
    for (int i = keyword; i < signatureEnd && !tokens.is(i, "->"); i++) {
      int type = tokens.kind(i + 1) == RustTokens.Kind.LIFETIME ? i + 2 : i + 1;
      if (tokens.is(i, '&') && tokens.is(i - 1, ':') && tokens.isWord(type)) {
        pend(ApiUse.Form.ARGUMENT, type, pathFrom(type), "");
      }
    }
  }

  private void declare(int name) {
    if (tokens.isWord(name) && begins(tokens.text(name))) {
      declared.add(tokens.text(name));
    }
  }

  /** Takes in any other word. */
  void word(int i) {
    if (scopes.isPassedOver(i)) {
      return;
    }
    if (DECLARING.contains(tokens, i)) {
      declare(tokens.is(i + 1, '!') ? i + 2 : i + 1);
    }
    if (RustSyntax.isMember(tokens, i)) {
      method(i);
    } else if (!tokens.isColons(i - 1) || tokens.is(i, CRATE)) {
      path(i);
    }
  }

  private static boolean begins(String name) {
    boolean possible =
        switch (name.charAt(0)) {
          case 'P', 'G', 'I', 'T', 'A', 'F', 'D', 'w', 'p' -> true;
          default -> false;
        };
    for (String beginning : possible ? BEGINNINGS : List.<String>of()) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private void path(int i) {
    if (tokens.is(i - 1, '$') || tokens.is(i - 1, "fn")) {
      return;
    }
    String first = tokens.text(i);
    if (!begins(first) && imports.paths(first).isEmpty()) {
      return;
    }
    String written = pathFrom(i);
    if (written.contains("::") || isType(i) || isMacro(i)) {
      pend(ApiUse.Form.PATH, i, written, "");
    }
  }

  /** Whether a word alone stands where a type or a trait does, and is no variant or value. */
  private boolean isType(int i) {
    int before = tokens.kind(i - 1) == RustTokens.Kind.LIFETIME ? i - 2 : i - 1;
    if (before < 0 || tokens.is(i + 1, "::") || tokens.is(i + 1, '(')) {
      return false;
    }
    RustScopes.Function function = scopes.function();
    if (function != null && i < function.signatureEnd()) {
      return !tokens.is(i + 1, ':');
    }
    boolean argument = tokens.is(before, ',') && tokens.is(i + 1, '>');
    boolean field =
        tokens.is(before, ':')
            && (tokens.is(i + 1, ',') || tokens.is(i + 1, ')') || tokens.is(i + 1, '<'));
    return argument
        || field
        || tokens.is(i + 1, "for")
        || (tokens.kind(before) != RustTokens.Kind.STRING
            && BEFORE_TYPE.contains(tokens.text(before)));
  }

  private boolean isMacro(int i) {
    boolean attribute = tokens.is(i - 1, '[') && tokens.is(i - 2, '#');
    return attribute || tokens.is(i + 1, '!');
  }

  /** A path without its generic arguments. */
  private String pathFrom(int start) {
    StringBuilder written = new StringBuilder(tokens.text(start));
    int i = start + 1;
    while (tokens.is(i, "::")) {
      if (tokens.is(i + 1, '<')) {
        i = RustSyntax.behindGenerics(tokens, i + 1);
      } else if (tokens.isWord(i + 1)) {
        written.append("::").append(tokens.text(i + 1));
        i += 2;
      } else {
        break;
      }
    }
    return written.toString();
  }

  private void method(int i) {
    int open = i + 1;
    boolean typed = tokens.is(open, "::") && tokens.is(open + 1, '<');
    if (typed) {
      open = RustSyntax.behindGenerics(tokens, open + 1);
    }
    if (!tokens.is(open, '(')) {
      return;
    }
    String name = tokens.text(i);
    if (isToken(i - 2)) {
      add(ApiUse.Form.METHOD_OF_TOKEN, name, i, conditions());
    } else if (isToken(open + 1) && (tokens.is(open + 2, ',') || tokens.is(open + 2, ')'))) {
      add(ApiUse.Form.METHOD_WITH_TOKEN, name, i, conditions());
    }
    boolean literal = tokens.is(open + 1, "true") || tokens.is(open + 1, "false");
    if (literal && tokens.is(open + 2, ')')) {
      add(ApiUse.Form.METHOD_WITH_BOOLEAN, name, i, conditions());
    }
    RustScopes.Function function = scopes.function();
    if (function != null && isToken(i - 2) && Reach.DETACHING.contains(name)) {
      for (DetachedScan.Captured each : detached.captured(function, open)) {
        pend(ApiUse.Form.CAPTURED, each.at(), pathFrom(each.type()), each.name() + " ");
      }
    }
    if (typed && tokens.isWord(i + 3)) {
      pend(ApiUse.Form.METHOD_WITH_TYPE, i, pathFrom(i + 3), name + " ");
    }
  }

  /** Whether a word is the token of an attached thread by its name, or {@code .py()}. */
  private boolean isToken(int i) {
    boolean method = tokens.is(i, ')') && tokens.is(i - 1, '(') && tokens.is(i - 2, "py");
    boolean word = TOKENS.contains(tokens, i);
    return method || (word && !RustSyntax.isMember(tokens, i));
  }

  private void pend(ApiUse.Form form, int token, String written, String before) {
    pending.add(new Pending(form, written, before, token, conditions()));
  }

  private List<String> conditions() {
    RustScopes.Function function = scopes.function();
    if (function == null || !function.test()) {
      return scopes.conditions();
    }
    List<String> all = new ArrayList<>(scopes.conditions());
    all.add("test");
    return List.copyOf(all);
  }

  /** Replaces the first segment by what the file's imports say that it is. */
  private void resolve(Pending use) {
    String written = use.path();
    int colons = written.indexOf("::");
    String first = colons < 0 ? written : written.substring(0, colons);
    Set<String> known = imports.paths(first);
    boolean imported = known.size() == 1 && !first.equals(CRATE);
    if (known.size() > 1 || (imported && colons < 0 && use.form() == ApiUse.Form.PATH)) {
      return; // not to be told, or the import itself has been taken in
    }
    String full =
        imported
            ? known.iterator().next() + (colons < 0 ? "" : written.substring(colons))
            : written;
    boolean attached = use.form() == ApiUse.Form.CAPTURED && !imported;
    if (full.startsWith(CRATE + "::") || (!imported && begins(first)) || attached) {
      add(use.form(), use.before() + full, use.token(), use.conditions());
    }
  }

  private void add(ApiUse.Form form, String name, int token, List<String> conditions) {
    String key = form + " " + name + " " + conditions;
    if (!uses.containsKey(key)) {
      Located<String> place =
          new Located<>(tokens.excerpt(token), Location.in(path, tokens.position(token)));
      uses.put(key, new ApiUse(form, name, place, conditions));
    }
  }
}
