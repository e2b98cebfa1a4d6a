package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the types that a source file declares, while the file is scanned. */
final class TypeScan {
  private static final WordSet DECLARING = WordSet.of("struct", "enum", "union", "type");

  private static final Pattern SUSPICIOUS =
      Pattern.compile(
          "\\*(mut|const)\\b|\\bdyn\\b"
              + "|\\b(std|core|alloc)::(rc|cell|ptr|sync)::|\\bonce_cell::unsync::");

  /** Of such a type alone nothing follows for the thread a value is on. */
  private static final Pattern HARMLESS =
      Pattern.compile("\\b((std|core|alloc|pyo3)::[\\w:]+|String|Option|Vec|Box|Result|[A-Z])\\b");

  /** What may be a type of the crate. */
  private static final Pattern NAMED = Pattern.compile("\\b[A-Z]\\w*");

  private static final WordSet PLAIN =
      WordSet.of(
          "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8",
          "u16", "u32", "u64", "u128", "usize", "String", "Option", "Vec", "Box", "Result");

  /** What people import with a {@code *}. */
  private static final Set<String> STD =
      Set.of(
          "std::rc::Rc",
          "std::rc::Weak",
          "std::cell::Cell",
          "std::cell::RefCell",
          "std::cell::UnsafeCell",
          "std::cell::OnceCell",
          "std::sync::Arc",
          "std::sync::Mutex",
          "std::sync::MutexGuard",
          "std::sync::mpsc::Receiver",
          "std::sync::mpsc::Sender");

  private static final int LONGEST_HEAD = 200;

  private final String path;
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final Imports imports;
  private final List<Pending> pending = new ArrayList<>();

  /** A type before every import has been seen. */
  private record Pending(
      int name, List<String> parameters, List<Piece> parts, List<String> conditions) {}

  private record Piece(String name, int at, int type, int end, List<String> conditions) {}

  /**
   * @param path what locations name
   * @param scopes what the token being read stands in
   */
  TypeScan(String path, RustTokens tokens, RustScopes scopes, Imports imports) {
    this.path = path;
    this.tokens = tokens;
    this.scopes = scopes;
    this.imports = imports;
  }

  /** The types that may matter; those of macros and of function bodies are left out. */
  List<TypeDeclaration> found() {
    List<TypeDeclaration> found = new ArrayList<>();
    for (Pending each : pending) {
      found.add(
          new TypeDeclaration(
              tokens.text(each.name()),
              location(each.name()),
              each.parameters(),
              parts(each.parts()),
              each.conditions()));
    }
    return List.copyOf(found);
  }

  /** Takes in any word outside attributes. */
  void word(int i) {
    if (!tokens.isWord(i + 1) || !DECLARING.contains(tokens, i)) {
      return;
    }
    if (scopes.isPassedOver(i) || scopes.function() != null || RustSyntax.isMember(tokens, i)) {
      return;
    }
    List<String> parameters = new ArrayList<>();
    int body = behindHead(i + 2, parameters);
    List<Piece> parts = new ArrayList<>();
    switch (tokens.text(i)) {
      case "type" -> {
        int end = body;
        while (end < Math.min(tokens.count(), body + LONGEST_HEAD) && !tokens.is(end, ';')) {
          end++;
        }
        if (!tokens.is(body, '=') || !tokens.is(end, ';')) {
          return; // an associated type
        }
        parts.add(new Piece("", i + 1, body + 1, end, List.of()));
      }
      case "enum" -> variants(body, parts);
      default -> fields(body, "", parts);
    }
    pending.add(new Pending(i + 1, List.copyOf(parameters), parts, scopes.conditions()));
  }

  /** The bracket, semicolon or equals sign behind generics and {@code where}. */
  private int behindHead(int start, List<String> parameters) {
    int depth = 0;
    int limit = Math.min(tokens.count(), start + LONGEST_HEAD);
    boolean where = false;
    for (int i = start; i < limit; i++) {
      if (tokens.is(i, '<')) {
        depth++;
      } else if (tokens.is(i, '>')) {
        depth--;
      } else if (tokens.is(i, "where")) {
        where = true;
      } else if (depth == 0 && (tokens.is(i, '{') || tokens.is(i, ';') || tokens.is(i, '='))) {
        return i;
      } else if (depth == 0 && tokens.is(i, '(') && !where) {
        return i;
      }
      boolean first = tokens.is(i - 1, '<') || tokens.is(i - 1, ',');
      if (depth == 1 && first && tokens.isWord(i) && !tokens.is(i, "const") && !where) {
        parameters.add(tokens.text(i));
      }
    }
    return limit;
  }

  private void variants(int open, List<Piece> parts) {
    if (!tokens.is(open, '{')) {
      return;
    }
    int close = Math.min(tokens.partner(open), tokens.count());
    for (int[] piece : MacroAttributes.pieces(tokens, open + 1, close)) {
      int name = Fields.behindAttributes(tokens, piece[0], piece[1]);
      if (tokens.isWord(name) && name + 1 < piece[1]) {
        fields(name + 1, tokens.text(name) + ".", parts);
      }
    }
  }

  private void fields(int open, String before, List<Piece> parts) {
    for (Fields.Field field : Fields.behind(tokens, open)) {
      RustAttributes attributes = new RustAttributes(tokens);
      for (int i = field.first(); i < field.start(); i = tokens.partner(i + 1) + 1) {
        if (!tokens.is(i, '#') || !tokens.is(i + 1, '[')) {
          break;
        }
        attributes.add(i + 1);
      }
      parts.add(
          new Piece(
              before + field.name(),
              field.start(),
              field.type(),
              field.end(),
              attributes.conditions()));
    }
  }

  private List<TypeDeclaration.Part> parts(List<Piece> pieces) {
    List<TypeDeclaration.Part> found = new ArrayList<>();
    for (Piece piece : pieces) {
      if (isPlain(piece)) {
        continue;
      }
      String type = resolved(piece.type(), piece.end());
      boolean matters =
          SUSPICIOUS.matcher(type).find()
              || NAMED.matcher(HARMLESS.matcher(type).replaceAll("")).find();
      if (matters) {
        found.add(
            new TypeDeclaration.Part(
                piece.name(),
                tokens.between(piece.type() - 1, piece.end()),
                type,
                location(piece.at()),
                piece.conditions()));
      }
    }
    return List.copyOf(found);
  }

  /** Whether a type is made of numbers, texts and lists alone, as most are. */
  private boolean isPlain(Piece piece) {
    for (int i = piece.type(); i < piece.end(); i++) {
      boolean mark = tokens.is(i, '<') || tokens.is(i, '>') || tokens.is(i, ',');
      if (!mark && !(PLAIN.contains(tokens, i) && imports.paths(tokens.text(i)).isEmpty())) {
        return false;
      }
    }
    return true;
  }

  /** A type with the full paths of what its names stand for. */
  private String resolved(int start, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end; i++) {
      boolean word = tokens.isWord(i) || tokens.kind(i) == RustTokens.Kind.LITERAL;
      boolean wordBefore = i > start && (tokens.isWord(i - 1) || isLifetime(i - 1));
      if (wordBefore && (word || isLifetime(i))) {
        text.append(' ');
      }
      boolean begins = word && !tokens.is(i - 1, "::") && !isLifetime(i);
      text.append(begins && tokens.isWord(i) ? path(tokens.text(i)) : tokens.text(i));
    }
    return text.toString();
  }

  private boolean isLifetime(int i) {
    return tokens.kind(i) == RustTokens.Kind.LIFETIME;
  }

  private String path(String name) {
    Set<String> known = imports.paths(name);
    if (known.size() == 1) {
      return known.iterator().next();
    }
    if (known.isEmpty()) {
      for (String glob : imports.globs()) {
        if (glob.startsWith("std::") && STD.contains(glob + name)) {
          return glob + name;
        }
      }
      return name;
    }
    return "unknown::" + name;
  }

  private Location location(int token) {
    return Location.in(path, tokens.position(token));
  }
}
