package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.ClassField;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.MacroOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds getters that somebody wrote and that do nothing but copy a field. */
final class GetterScan {
  private static final Set<String> COPYING = Set.of("clone", "to_vec", "to_owned");

  private static final String PREFIX = "get_";

  private final RustTokens tokens;
  private final String path;

  /**
   * @param path what locations name
   */
  GetterScan(RustTokens tokens, String path) {
    this.tokens = tokens;
    this.path = path;
  }

  /** Those of the methods between the braces that begin there, each with the type it returns. */
  List<ClassField> copying(int open) {
    List<ClassField> found = new ArrayList<>();
    int end = tokens.is(open, '{') ? Math.min(tokens.partner(open), tokens.count()) : open;
    for (int i = open + 1; i < end; i++) {
      if (tokens.is(i, '#') && tokens.is(i + 1, '[')) {
        int first = i;
        while (tokens.is(i, '#') && tokens.is(i + 1, '[')) {
          i = tokens.partner(i + 1) + 1;
        }
        method(first, i).ifPresent(found::add);
      }
      if (tokens.is(i, '{')) {
        i = tokens.partner(i);
      }
    }
    return List.copyOf(found);
  }

  private Optional<ClassField> method(int first, int start) {
    int keyword = RustAttributes.keyword(tokens, start);
    int parameters = keyword + 2;
    if (!tokens.is(keyword, "fn") || !tokens.is(parameters, '(')) {
      return Optional.empty();
    }
    Optional<String> name = name(first, start, keyword + 1);
    int arrow = tokens.partner(parameters) + 1;
    int body = arrow;
    while (body < tokens.count() && !tokens.is(body, '{') && !tokens.is(body, ';')) {
      body++;
    }
    if (name.isEmpty() || !tokens.is(arrow, "->") || !tokens.is(body, '{') || !copies(body)) {
      return Optional.empty();
    }
    String type = tokens.between(arrow, body);
    Location at = Location.in(path, tokens.position(keyword + 1));
    MacroOption get = new MacroOption("get", Optional.empty(), false);
    return Optional.of(new ClassField(name.get(), type, at, List.of(get)));
  }

  /** What Python calls it; empty when it is no getter. */
  private Optional<String> name(int first, int start, int method) {
    String written = tokens.text(method);
    String name = written.startsWith(PREFIX) ? written.substring(PREFIX.length()) : written;
    boolean getter = false;
    for (int i = first; i < start; i++) {
      if (tokens.is(i, "getter") && tokens.is(i - 1, '[')) {
        getter = true;
        name = tokens.is(i + 1, '(') && tokens.isWord(i + 2) ? tokens.text(i + 2) : name;
      }
      if (tokens.is(i, "name") && tokens.is(i + 1, '=') && isString(i + 2)) {
        name = tokens.content(i + 2);
      }
    }
    return getter ? Optional.of(name) : Optional.empty();
  }

  private boolean isString(int token) {
    return token < tokens.count() && tokens.kind(token) == RustTokens.Kind.STRING;
  }

  /** {@code { self.field.clone() }}, perhaps in {@code Ok(…)}. */
  private boolean copies(int open) {
    boolean wrapped = tokens.is(open + 1, "Ok") && tokens.is(open + 2, '(');
    int self = wrapped ? open + 3 : open + 1;
    int i = self + 1;
    while (tokens.is(i, '.') && !tokens.is(i + 2, '(')) {
      i += 2;
    }
    boolean ofField = tokens.is(self, "self") && i > self + 1;
    boolean copy =
        ofField
            && tokens.is(i, '.')
            && tokens.isWord(i + 1)
            && COPYING.contains(tokens.text(i + 1))
            && tokens.is(i + 3, ')');
    return copy && tokens.is(wrapped ? i + 5 : i + 4, '}');
  }
}
