package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.RustFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Rust source file in one pass over its tokens, so that code inside macro arguments counts
 * like any other. What {@code quote!} and its like generate is no code of the file and is passed
 * over.
 */
final class RustScanner {
  private static final WordSet QUOTING =
      WordSet.of("quote", "quote_spanned", "parse_quote", "parse_quote_spanned");

  /** What a file names that has to do with Python, whatever else it does. */
  private static final WordSet OF_PYTHON =
      WordSet.of("pyo3", "pyo3_ffi", "pyclass", "pyfunction", "pymethods", "pymodule");

  private static final WordSet DECLARING =
      WordSet.of("struct", "enum", "union", "trait", "type", "mod");

  private final String path;
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final boolean outline;
  private final boolean ofPython;
  private final Map<Integer, RustAttributes> attributesOf = new HashMap<>();
  private final CrateNames crates = new CrateNames();
  private final List<RustFacts.Module> modules = new ArrayList<>();
  private final List<RustScopes.Function> functions = new ArrayList<>();
  private final PythonItems python;
  private final Optional<WaitingScan> waiting;
  private final Imports imports;
  private final TypeScan types;
  private final Optional<ApiScan> api;
  private final Imports.Taker taker;
  private int attributesEnd;

  private RustScanner(
      String path, String text, RustTokens tokens, boolean outline, boolean ofPython) {
    this.path = path;
    this.tokens = tokens;
    this.outline = outline;
    this.ofPython = ofPython;
    scopes = new RustScopes(tokens.count());
    python = new PythonItems(path, tokens, scopes);
    waiting =
        !outline && WaitingScan.isWorthwhile(tokens)
            ? Optional.of(new WaitingScan(path, tokens, scopes))
            : Optional.empty();
    imports = new Imports(tokens);
    types = new TypeScan(path, tokens, scopes, imports);
    api =
        !outline && ApiScan.isWorthwhile(text)
            ? Optional.of(new ApiScan(path, tokens, scopes, imports))
            : Optional.empty();
    taker = api.<Imports.Taker>map(scan -> scan::imported).orElse((_, _) -> {});
  }

  /** Reads a text; {@code path} is what its locations name. */
  static RustFacts scan(String path, String text) {
    RustTokens tokens = new RustTokens(text);
    return scan(path, text, tokens, false, isOfPython(tokens));
  }

  /**
   * Reads which crates, modules and functions there are, which is all that is asked of a file that
   * has nothing to do with Python; of one that has, or that asks for signals, everything.
   */
  static RustFacts outline(String path, String text) {
    RustTokens tokens = new RustTokens(text);
    boolean ofPython = isOfPython(tokens);
    return scan(path, text, tokens, !ofPython, ofPython);
  }

  private static boolean isOfPython(RustTokens tokens) {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.isWord(i)
          && (OF_PYTHON.contains(tokens, i)
              || PythonUse.startsAt(tokens, i, true)
              || SignalWords.isOne(tokens, i)
              || declaresNameOfPython(tokens, i))) {
        return true;
      }
    }
    return false;
  }

  /** A type of that name may be taken for PyO3's where another member uses it. */
  private static boolean declaresNameOfPython(RustTokens tokens, int i) {
    return tokens.startsWith(i, "Py") && DECLARING.contains(tokens, i - 1);
  }

  private static RustFacts scan(
      String path, String text, RustTokens tokens, boolean outline, boolean ofPython) {
    RustScanner scanner = new RustScanner(path, text, tokens, outline, ofPython);
    for (int i = 0; i < scanner.tokens.count(); i++) {
      i = scanner.step(i);
    }
    return scanner.facts();
  }

  /** Takes in the token and returns the last one taken in. */
  private int step(int i) {
    scopes.leave(i);
    if (tokens.is(i, '#')) {
      return attribute(i);
    }
    if (tokens.is(i, '{')) {
      scopes.enterBrace(tokens.partner(i));
    } else if (tokens.isWord(i)) {
      return word(i);
    }
    return i;
  }

  private int attribute(int hash) {
    boolean inner = tokens.is(hash + 1, '!');
    int open = hash + (inner ? 2 : 1);
    if (!tokens.is(open, '[') || hash < attributesEnd) {
      return hash;
    }
    if (inner) {
      RustAttributes own = new RustAttributes(tokens);
      own.add(open);
      scopes.enterConditionsOfBlock(own.conditions());
      attributesEnd = tokens.partner(open);
      return open;
    }
    RustAttributes all = new RustAttributes(tokens);
    int next = hash;
    while (tokens.is(next, '#') && tokens.is(next + 1, '[')) {
      all.add(next + 1);
      next = Math.min(tokens.partner(next + 1) + 1, tokens.count());
    }
    attributesEnd = next;
    attributesOf.put(RustAttributes.keyword(tokens, next), all);
    scopes.enterConditions(RustAttributes.itemEnd(tokens, next), all.conditions());
    if (outline) {
      return hash;
    }
    python.item(hash, next);
    if (waiting.isPresent()) {
      waiting.get().item(hash, next);
    }
    if (api.isPresent()) {
      api.get().item(hash, next);
    }
    return hash;
  }

  private int word(int i) {
    return switch (tokens.firstLetter(i)) {
      case 'u', 'e', 'm', 'f' -> item(i);
      default -> other(i);
    };
  }

  /** Takes in a word that an item may begin with. */
  private int item(int i) {
    if (tokens.is(i, "use") && !tokens.is(i + 1, '<') && !RustSyntax.isMember(tokens, i)) {
      int end = UseDeclaration.read(tokens, i, crates);
      if (outline) {
        return end;
      }
      python.use(i + 1, end);
      if (waiting.isPresent()) {
        waiting.get().use(i + 1, end);
      }
      imports.use(i + 1, end, taker);
      return end;
    }
    if (tokens.is(i, "extern") && tokens.is(i + 1, "crate") && tokens.isWord(i + 2)) {
      crates.importedPath(tokens.text(i + 2), i + 2);
      python.externCrate(i + 2);
      return i + 2;
    }
    if (tokens.is(i, "mod") && tokens.isWord(i + 1)) {
      return module(i);
    }
    if (tokens.is(i, "fn") && tokens.isWord(i + 1)) {
      function(i);
      return i + 1;
    }
    return other(i);
  }

  private int other(int i) {
    if (tokens.is(i + 1, '!')) {
      if (QUOTING.contains(tokens, i) && i + 2 < tokens.count()) {
        boolean group = tokens.is(i + 2, '{') || tokens.is(i + 2, '(') || tokens.is(i + 2, '[');
        return group ? tokens.partner(i + 2) : i;
      }
      if (mayStayUncompiled(tokens.text(i))) {
        int open = tokens.isWord(i + 2) ? i + 3 : i + 2;
        scopes.passOver(open < tokens.count() ? tokens.partner(open) : open);
      }
    }
    RustSyntax.addPath(tokens, i, crates);
    return outline ? i : usual(i);
  }

  private int usual(int i) {
    boolean inAttribute = i < attributesEnd;
    python.word(i);
    if (api.isPresent()) {
      api.get().word(i);
    }
    if (!inAttribute) {
      types.word(i);
      if (waiting.isPresent()) {
        waiting.get().word(i);
      }
    }
    RustScopes.Function function = scopes.function();
    if (function != null && !inAttribute) {
      if (function.python().isEmpty()
          && PythonUse.startsAt(tokens, i, i < function.signatureEnd())) {
        function.python().add(i);
      }
      if (RustSyntax.isCall(tokens, i)) {
        function.calls().putIfAbsent(tokens.text(i), i);
      }
    }
    return i;
  }

  private static boolean mayStayUncompiled(String macro) {
    return macro.equals("macro_rules") || macro.contains("cfg") || macro.equals("stringify");
  }

  private int module(int keyword) {
    String name = tokens.text(keyword + 1);
    RustAttributes attributes = attributesOf.getOrDefault(keyword, new RustAttributes(tokens));
    if (tokens.is(keyword + 2, ';')) {
      crates.declareModule(name);
      modules.add(
          new RustFacts.Module(
              name,
              scopes.modules(),
              attributes.path(),
              attributes.conditionalPaths(),
              scopes.conditions(),
              Location.in(path, tokens.position(keyword + 1))));
    } else if (tokens.is(keyword + 2, '{')) {
      crates.declareModule(name);
      var module = new RustFacts.Inline(name, attributes.path());
      scopes.enterModule(tokens.partner(keyword + 2), module);
    }
    return keyword + 1;
  }

  private void function(int keyword) {
    RustAttributes attributes = attributesOf.getOrDefault(keyword, new RustAttributes(tokens));
    int signatureEnd = keyword + 2;
    while (signatureEnd < tokens.count()
        && !tokens.is(signatureEnd, '{')
        && !tokens.is(signatureEnd, ';')
        && !tokens.is(signatureEnd, '}')
        && !(tokens.is(signatureEnd, "fn") && tokens.isWord(signatureEnd + 1))) {
      boolean group = tokens.is(signatureEnd, '(') || tokens.is(signatureEnd, '[');
      signatureEnd = group ? tokens.partner(signatureEnd) : signatureEnd;
      signatureEnd++;
    }
    signatureEnd = Math.min(signatureEnd, tokens.count());
    boolean hasBody = tokens.is(signatureEnd, '{');
    List<String> outer = scopes.conditions();
    RustScopes.Function function =
        new RustScopes.Function(
            keyword + 1,
            signatureEnd,
            attributes.isTest(),
            outer,
            new ArrayList<>(),
            new LinkedHashMap<>());
    functions.add(function);
    if (api.isPresent()) {
      api.get().function(keyword, signatureEnd);
    }
    int end = hasBody ? tokens.partner(signatureEnd) : signatureEnd;
    scopes.enterFunction(end, function);
  }

  private RustFacts facts() {
    List<RustFunction> read = new ArrayList<>();
    for (RustScopes.Function each : functions) {
      read.add(
          new RustFunction(
              tokens.text(each.nameToken()),
              Location.in(path, tokens.position(each.nameToken())),
              each.test(),
              each.conditions(),
              each.python().stream().findFirst().map(this::excerpt),
              located(each.calls())));
    }
    return new RustFacts(
        located(crates.found()),
        List.copyOf(read),
        python.found(),
        waiting.flatMap(WaitingScan::found),
        api.flatMap(ApiScan::found),
        types.found(),
        List.copyOf(modules),
        outline,
        ofPython);
  }

  private Located<String> excerpt(int token) {
    return new Located<>(tokens.excerpt(token), Location.in(path, tokens.position(token)));
  }

  private List<Located<String>> located(Map<String, Integer> names) {
    List<Located<String>> found = new ArrayList<>();
    for (Map.Entry<String, Integer> each : names.entrySet()) {
      found.add(new Located<>(each.getKey(), Location.in(path, tokens.position(each.getValue()))));
    }
    return List.copyOf(found);
  }
}
