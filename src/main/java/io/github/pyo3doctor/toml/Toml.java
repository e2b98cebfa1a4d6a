package io.github.pyo3doctor.toml;

import io.github.pyo3doctor.toml.TomlTable.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TOML 1.1, as Cargo does; every text of TOML 1.0 is one of 1.1 and means the same. Source:
 * the specification, {@code toml.io/en/v1.1.0}.
 */
public final class Toml {
  /** How deep tables and arrays may lie in each other. Cargo 1.95 stops at 80. */
  static final int DEEPEST = 128;

  private final TomlCursor in;
  private final TomlStrings strings;
  private final TomlTree tree = new TomlTree();

  private Toml(String text) {
    in = new TomlCursor(text);
    strings = new TomlStrings(in);
  }

  /**
   * The table that a text is.
   *
   * @param text the whole text of a file
   * @throws TomlException for the first mistake in it
   */
  public static TomlTable parse(String text) throws TomlException {
    return new Toml(text).file();
  }

  private TomlTable file() throws TomlException {
    TomlTable table = tree.root();
    int depth = 0;
    in.skipBlank();
    while (in.peek() != TomlCursor.END) {
      if (in.peek() == '[') {
        TomlPosition at = in.position();
        boolean ofArray = in.peek(1) == '[';
        List<String> path = header(ofArray);
        depth = path.size();
        table = ofArray ? tree.element(path, at) : tree.table(path, at);
      } else {
        keyAndValue(table, depth);
      }
      in.endLine();
      in.skipBlank();
    }
    return tree.root();
  }

  private List<String> header(boolean ofArray) throws TomlException {
    int brackets = ofArray ? 2 : 1;
    in.skip(brackets);
    in.skipSpaces();
    List<String> path = path(0);
    for (int i = 0; i < brackets; i++) in.require(']');
    return path;
  }

  /**
   * @param depth how deep the table lies
   */
  private void keyAndValue(TomlTable table, int depth) throws TomlException {
    TomlPosition at = in.position();
    List<String> path = path(depth);
    in.require('=');
    in.skipSpaces();
    TomlTree.add(table, path, at, value(depth + path.size()));
  }

  /** A key and what is joined to it by dots, with the spaces behind it. */
  private List<String> path(int depth) throws TomlException {
    String first = key();
    in.skipSpaces();
    if (in.peek() != '.') return List.of(first);
    List<String> path = new ArrayList<>();
    path.add(first);
    while (in.take('.')) {
      if (depth + path.size() >= DEEPEST) throw tooDeep();
      in.skipSpaces();
      path.add(key());
      in.skipSpaces();
    }
    return path;
  }

  private String key() throws TomlException {
    if (in.peek() == '"' || in.peek() == '\'') return strings.line();
    int from = in.offset();
    while (isOfKey(in.peek())) in.skip(1);
    if (in.offset() == from) throw in.expected("a key");
    return in.since(from);
  }

  private TomlValue value(int depth) throws TomlException {
    TomlPosition at = in.position();
    return switch (in.peek()) {
      case '"', '\'' -> new TomlValue.Text(strings.value(), at);
      case '[' -> array(at, depth + 1);
      case '{' -> table(at, depth + 1);
      default -> TomlWords.read(word(), at);
    };
  }

  private TomlArray array(TomlPosition at, int depth) throws TomlException {
    if (depth > DEEPEST) throw tooDeep();
    TomlArray array = new TomlArray(at, false);
    in.skip(1);
    in.skipBlank();
    while (!in.take(']')) {
      array.add(value(depth));
      in.skipBlank();
      if (!in.take(',') && in.peek() != ']') throw in.expected("`,` or `]`");
      in.skipBlank();
    }
    return array;
  }

  private TomlTable table(TomlPosition at, int depth) throws TomlException {
    if (depth > DEEPEST) throw tooDeep();
    TomlTable table = new TomlTable(at, Origin.BRACES);
    in.skip(1);
    in.skipBlank();
    while (!in.take('}')) {
      keyAndValue(table, depth);
      in.skipBlank();
      if (!in.take(',') && in.peek() != '}') throw in.expected("`,` or `}`");
      in.skipBlank();
    }
    return table;
  }

  /** A date and a time may be apart by a space. */
  private String word() throws TomlException {
    int from = in.offset();
    skipWord();
    if (in.offset() == from) throw in.expected("a value");
    if (in.peek() == ' ' && isDigit(in.peek(1)) && TomlMoments.isDate(in.since(from))) {
      in.skip(1);
      skipWord();
    }
    return in.since(from);
  }

  private void skipWord() {
    while (isOfKey(in.peek()) || in.peek() == '+' || in.peek() == '.' || in.peek() == ':') {
      in.skip(1);
    }
  }

  private TomlException tooDeep() {
    return in.error("tables and arrays lie more than " + DEEPEST + " deep in each other");
  }

  private static boolean isOfKey(int unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || isDigit(unit)
        || unit == '_'
        || unit == '-';
  }

  private static boolean isDigit(int unit) {
    return unit >= '0' && unit <= '9';
  }
}
