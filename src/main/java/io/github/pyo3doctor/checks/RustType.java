package io.github.pyo3doctor.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A type as Rust's grammar writes it. */
sealed interface RustType {
  /** {@code std::rc::Rc<T>}; lifetimes among the arguments are left out. */
  record Named(String path, List<RustType> arguments) implements RustType {}

  /** {@code *mut T} and {@code *const T}. */
  record Pointer() implements RustType {}

  /** {@code &T} and {@code &mut T}. */
  record Reference(RustType to, boolean mutable) implements RustType {}

  /** A tuple, an array or a slice: what all of its parts are. */
  record Of(List<RustType> parts) implements RustType {}

  /** {@code dyn Fn(i32) + Send}: the paths of the traits. */
  record Dyn(List<String> traits) implements RustType {}

  /** A pointer to a function, or what cannot be told. */
  record Opaque() implements RustType {}

  /** Reads a type; what is none is {@link Opaque}. */
  static RustType of(String text) {
    return new Reader(text).whole();
  }

  /** Reads one type from left to right. */
  final class Reader {
    private static final Pattern TOKEN =
        Pattern.compile("\\s*('\\w+|\\w+|::|->|[<>()\\[\\]{},&*+=?!;:$'\"-])");
    private static final int DEEPEST = 30;

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    Reader(String text) {
      Matcher matcher = TOKEN.matcher(text);
      int end = 0;
      while (matcher.find() && matcher.start() == end) {
        tokens.add(matcher.group(1));
        end = matcher.end();
      }
      if (end < text.stripTrailing().length()) {
        tokens.add("?");
      }
    }

    RustType whole() {
      RustType read = type();
      return at == tokens.size() ? read : new Opaque();
    }

    private String peek() {
      return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean take(String token) {
      boolean there = peek().equals(token);
      at += there ? 1 : 0;
      return there;
    }

    private RustType type() {
      if (++depth > DEEPEST) {
        at = tokens.size() + 1;
        return new Opaque();
      }
      RustType read = alternatives();
      depth--;
      return read;
    }

    private RustType alternatives() {
      if (take("&")) {
        lifetime();
        boolean mutable = take("mut");
        return new Reference(type(), mutable);
      }
      if (take("*")) {
        at++;
        type();
        return new Pointer();
      }
      if (take("(")) {
        return new Of(list(")"));
      }
      if (take("[")) {
        RustType element = type();
        while (at < tokens.size() && !peek().equals("]")) {
          at++;
        }
        at++;
        return new Of(List.of(element));
      }
      if (take("dyn")) {
        return new Dyn(traits());
      }
      boolean named = peek().matches("\\w+") && !peek().matches("fn|for|impl|unsafe|extern");
      return named ? named() : opaque();
    }

    private RustType opaque() {
      at = tokens.size();
      return new Opaque();
    }

    private void lifetime() {
      if (peek().startsWith("'")) {
        at++;
      }
    }

    private List<RustType> list(String close) {
      List<RustType> found = new ArrayList<>();
      while (at < tokens.size() && !take(close)) {
        if (peek().startsWith("'")) {
          at++;
        } else {
          found.add(type());
        }
        if (!take(",") && !peek().equals(close)) {
          at = tokens.size() + 1; // no list
        }
      }
      return List.copyOf(found);
    }

    private RustType named() {
      StringBuilder path = new StringBuilder(peek());
      at++;
      while (peek().equals("::") && at + 1 < tokens.size()) {
        if (tokens.get(at + 1).equals("<")) {
          at++;
          break;
        }
        path.append("::").append(tokens.get(at + 1));
        at += 2;
      }
      List<RustType> arguments = take("<") ? list(">") : List.of();
      return new Named(path.toString(), arguments);
    }

    /** The traits up to the end of the {@code dyn} type, without what they take. */
    private List<String> traits() {
      List<String> found = new ArrayList<>();
      int open = 0;
      boolean begins = true;
      while (at < tokens.size()) {
        String token = peek();
        if (open == 0 && (token.equals(">") || token.equals(")") || token.equals(","))) {
          break;
        }
        if (token.equals("(") || token.equals("<") || token.equals("[")) {
          open++;
        } else if (token.equals(")") || token.equals(">") || token.equals("]")) {
          open--;
        }
        at++;
        if (open > 0) {
          continue;
        }
        if (token.equals("+")) {
          begins = true;
        } else if (begins && token.matches("\\w+")) {
          found.add(token);
          begins = peek().equals("::");
        } else if (token.equals("::") && begins) {
          found.set(found.size() - 1, found.getLast() + "::" + peek());
          at++;
          begins = peek().equals("::");
        }
      }
      return List.copyOf(found);
    }
  }
}
