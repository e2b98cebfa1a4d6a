package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.RustFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Rust source file in one pass over its tokens, so that code inside macro arguments counts
 * like any other. What {@code quote!} and its like generate is no code of the file and is passed
 * over.
 */
final class RustScanner {
  private static final Set<String> QUOTING =
      Set.of("quote", "quote_spanned", "parse_quote", "parse_quote_spanned");

  private static final Set<String> KEYWORDS =
      Set.of(
          "as",
          "async",
          "await",
          "box",
          "break",
          "const",
          "continue",
          "crate",
          "dyn",
          "else",
          "extern",
          "fn",
          "for",
          "if",
          "impl",
          "in",
          "let",
          "loop",
          "match",
          "move",
          "mut",
          "pub",
          "ref",
          "return",
          "self",
          "static",
          "super",
          "unsafe",
          "where",
          "while",
          "yield",
          "use");

  private static final int LONGEST_EXCERPT = 100;

  private final String path;
  private final RustTokens tokens;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final Deque<Integer> braces = new ArrayDeque<>();
  private final Map<Integer, RustAttributes> attributesOf = new HashMap<>();
  private final CrateNames crates = new CrateNames();
  private final List<RustFacts.Module> modules = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();
  private int attributesEnd;

  private RustScanner(String path, String text) {
    this.path = path;
    tokens = new RustTokens(text);
  }

  /** Reads a text; {@code path} is what its locations name. */
  static RustFacts scan(String path, String text) {
    RustScanner scanner = new RustScanner(path, text);
    for (int i = 0; i < scanner.tokens.count(); i++) {
      i = scanner.step(i);
    }
    return scanner.facts();
  }

  /** A stretch of tokens that gives what lies in it a condition, a module or a function. */
  private record Scope(
      int end,
      List<String> conditions,
      RustFacts.@Nullable Inline module,
      @Nullable Function function) {}

  private record Function(
      int nameToken,
      int signatureEnd,
      boolean test,
      List<String> conditions,
      List<Integer> python,
      Map<String, Integer> calls) {}

  /** Takes in the token and returns the last one taken in. */
  private int step(int i) {
    leave(i);
    if (tokens.is(i, "#")) {
      return attribute(i);
    }
    if (tokens.is(i, "{")) {
      braces.push(tokens.partner(i));
    } else if (tokens.isWord(i)) {
      return word(i);
    }
    return i;
  }

  private void leave(int i) {
    while (!scopes.isEmpty() && scopes.peek().end() <= i) {
      scopes.pop();
    }
    while (!braces.isEmpty() && braces.peek() <= i) {
      braces.pop();
    }
  }

  private int attribute(int hash) {
    boolean inner = tokens.is(hash + 1, "!");
    int open = hash + (inner ? 2 : 1);
    if (!tokens.is(open, "[") || hash < attributesEnd) {
      return hash;
    }
    if (inner) {
      RustAttributes own = new RustAttributes(tokens);
      own.add(open);
      int end = braces.isEmpty() ? tokens.count() : braces.peek();
      enter(new Scope(end, own.conditions(), null, null));
      attributesEnd = tokens.partner(open);
      return open;
    }
    RustAttributes all = new RustAttributes(tokens);
    int next = hash;
    while (tokens.is(next, "#") && tokens.is(next + 1, "[")) {
      all.add(next + 1);
      next = Math.min(tokens.partner(next + 1) + 1, tokens.count());
    }
    attributesEnd = next;
    attributesOf.put(RustAttributes.keyword(tokens, next), all);
    enter(new Scope(RustAttributes.itemEnd(tokens, next), all.conditions(), null, null));
    return hash;
  }

  /** Scopes must nest: one that would outlast those around it ends with them. */
  private void enter(Scope scope) {
    int limit = scopes.isEmpty() ? tokens.count() : scopes.peek().end();
    scopes.push(
        new Scope(
            Math.min(scope.end(), limit), scope.conditions(), scope.module(), scope.function()));
  }

  private int word(int i) {
    boolean inAttribute = i < attributesEnd;
    if (tokens.is(i, "use") && !tokens.is(i + 1, "<") && !isMember(i)) {
      return use(i);
    }
    if (tokens.is(i, "extern") && tokens.is(i + 1, "crate") && tokens.isWord(i + 2)) {
      crates.importedPath(tokens.text(i + 2), i + 2);
      return i + 2;
    }
    if (tokens.is(i, "mod") && tokens.isWord(i + 1)) {
      return module(i);
    }
    if (tokens.is(i, "fn") && tokens.isWord(i + 1)) {
      function(i);
      return i + 1;
    }
    boolean quoting = tokens.is(i + 1, "!") && QUOTING.contains(tokens.text(i));
    if (quoting && i + 2 < tokens.count()) {
      boolean group = tokens.is(i + 2, "{") || tokens.is(i + 2, "(") || tokens.is(i + 2, "[");
      return group ? tokens.partner(i + 2) : i;
    }
    path(i);
    Function function = innermost();
    if (function != null && !inAttribute) {
      if (function.python().isEmpty()
          && PythonUse.startsAt(tokens, i, i < function.signatureEnd())) {
        function.python().add(i);
      }
      if (isCall(i)) {
        function.calls().putIfAbsent(tokens.text(i), i);
      }
    }
    return i;
  }

  private void path(int i) {
    if (!tokens.is(i + 1, "::") || tokens.is(i + 2, "<") || tokens.is(i - 1, "$") || isMember(i)) {
      return;
    }
    if (KEYWORDS.contains(tokens.text(i))) {
      return;
    }
    if (!tokens.is(i - 1, "::")) {
      crates.path(tokens.text(i), i);
    } else if (isLeading(i - 1)) {
      crates.importedPath(tokens.text(i), i);
    }
  }

  /** Whether a {@code ::} begins a path: nothing before it that it could continue. */
  private boolean isLeading(int colons) {
    boolean continued = tokens.is(colons - 1, ">") || tokens.is(colons - 1, "$");
    boolean wordBefore = tokens.isWord(colons - 1) && !KEYWORDS.contains(tokens.text(colons - 1));
    return !continued && !wordBefore;
  }

  /** Whether a word stands behind the {@code .} of a field or method, as against a range's. */
  private boolean isMember(int i) {
    return tokens.is(i - 1, ".") && !tokens.is(i - 2, ".");
  }

  private boolean isCall(int i) {
    int next = i + 1;
    if (tokens.is(next, "::") && tokens.is(next + 1, "<")) {
      next = behindGenerics(next + 1);
    }
    if (!tokens.is(next, "(") || isMember(i) || tokens.is(i - 1, "$")) {
      return false;
    }
    String name = tokens.text(i);
    return !KEYWORDS.contains(name) && !Character.isUpperCase(name.codePointAt(0));
  }

  private int behindGenerics(int open) {
    int depth = 0;
    for (int i = open; i < tokens.count() && i < open + 200; i++) {
      depth += tokens.is(i, "<") ? 1 : tokens.is(i, ">") ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return open;
  }

  private int use(int i) {
    int end = i + 1;
    while (end < tokens.count() && !tokens.is(end, ";")) {
      end = tokens.is(end, "{") ? Math.min(tokens.partner(end), tokens.count() - 1) + 1 : end + 1;
    }
    int start = tokens.is(i + 1, "::") ? i + 2 : i + 1;
    Set<Integer> firsts = new HashSet<>();
    if (tokens.isWord(start)) {
      firsts.add(start);
    } else if (tokens.is(start, "{")) {
      addElements(start, firsts);
    }
    for (int token = start; token < end; token++) {
      if (firsts.contains(token)) {
        crates.importedPath(tokens.text(token), token);
      } else if (tokens.isWord(token) && bindsName(token)) {
        crates.bind(tokens.text(token));
      }
    }
    return Math.min(end, tokens.count() - 1);
  }

  private boolean bindsName(int token) {
    return tokens.is(token + 1, ";") || tokens.is(token + 1, ",") || tokens.is(token + 1, "}");
  }

  private void addElements(int brace, Set<Integer> firsts) {
    int close = tokens.partner(brace);
    boolean starts = true;
    for (int i = brace + 1; i < close; i++) {
      if (starts && tokens.isWord(i)) {
        firsts.add(i);
      }
      starts = tokens.is(i, ",") || (starts && tokens.is(i, "::"));
      i = tokens.is(i, "{") ? tokens.partner(i) : i;
    }
  }

  private int module(int keyword) {
    String name = tokens.text(keyword + 1);
    RustAttributes attributes = attributesOf.getOrDefault(keyword, new RustAttributes(tokens));
    if (tokens.is(keyword + 2, ";")) {
      crates.declareModule(name);
      modules.add(
          new RustFacts.Module(
              name,
              inlineModules(),
              attributes.path(),
              attributes.conditionalPaths(),
              conditions(),
              Location.in(path, tokens.position(keyword + 1))));
    } else if (tokens.is(keyword + 2, "{")) {
      crates.declareModule(name);
      var module = new RustFacts.Inline(name, attributes.path());
      enter(new Scope(tokens.partner(keyword + 2), List.of(), module, null));
    }
    return keyword + 1;
  }

  private void function(int keyword) {
    int signatureEnd = keyword + 2;
    while (signatureEnd < tokens.count()
        && !tokens.is(signatureEnd, "{")
        && !tokens.is(signatureEnd, ";")
        && !tokens.is(signatureEnd, "}")) {
      boolean group = tokens.is(signatureEnd, "(") || tokens.is(signatureEnd, "[");
      signatureEnd = group ? tokens.partner(signatureEnd) : signatureEnd;
      signatureEnd++;
    }
    signatureEnd = Math.min(signatureEnd, tokens.count());
    boolean hasBody = tokens.is(signatureEnd, "{");
    RustAttributes attributes = attributesOf.getOrDefault(keyword, new RustAttributes(tokens));
    List<String> outer = conditions();
    Function function =
        new Function(
            keyword + 1,
            signatureEnd,
            attributes.isTest(),
            outer,
            new ArrayList<>(),
            new LinkedHashMap<>());
    functions.add(function);
    int end = hasBody ? tokens.partner(signatureEnd) : signatureEnd;
    enter(new Scope(end, List.of(), null, function));
  }

  private @Nullable Function innermost() {
    for (Scope scope : scopes) {
      if (scope.function() != null) {
        return scope.function();
      }
    }
    return null;
  }

  /** The conditions that hold here, the outermost first. */
  private List<String> conditions() {
    List<String> found = new ArrayList<>();
    scopes.descendingIterator().forEachRemaining(scope -> found.addAll(scope.conditions()));
    return List.copyOf(found);
  }

  private List<RustFacts.Inline> inlineModules() {
    List<RustFacts.Inline> found = new ArrayList<>();
    scopes
        .descendingIterator()
        .forEachRemaining(
            scope -> {
              if (scope.module() != null) {
                found.add(scope.module());
              }
            });
    return List.copyOf(found);
  }

  private RustFacts facts() {
    List<RustFunction> read = new ArrayList<>();
    for (Function each : functions) {
      read.add(
          new RustFunction(
              tokens.text(each.nameToken()),
              Location.in(path, tokens.position(each.nameToken())),
              each.test(),
              each.conditions(),
              each.python().stream().findFirst().map(this::excerpt),
              located(each.calls())));
    }
    return new RustFacts(located(crates.found()), List.copyOf(read), List.copyOf(modules));
  }

  private Located<String> excerpt(int token) {
    String line = tokens.sourceLine(token);
    boolean fits = line.length() <= LONGEST_EXCERPT;
    String shown = fits ? line : line.substring(0, LONGEST_EXCERPT - 1) + "…";
    return new Located<>(shown, Location.in(path, tokens.position(token)));
  }

  private List<Located<String>> located(Map<String, Integer> names) {
    List<Located<String>> found = new ArrayList<>();
    names.forEach(
        (name, token) -> found.add(new Located<>(name, Location.in(path, tokens.position(token)))));
    return List.copyOf(found);
  }
}
