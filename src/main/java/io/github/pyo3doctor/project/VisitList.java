package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places found so far, each with the name and the owner of what it comes to. */
final class VisitList {
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final ReachScan reach;
  private final AttachmentScan attachments;
  private final ImplementedType owner;
  private final Receivers receivers;
  private final List<Visit> visits = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> aliases = new HashMap<>();

  VisitList(
      RustTokens tokens,
      RustScopes scopes,
      ReachScan reach,
      AttachmentScan attachments,
      ImplementedType owner,
      Receivers receivers) {
    this.tokens = tokens;
    this.scopes = scopes;
    this.reach = reach;
    this.attachments = attachments;
    this.owner = owner;
    this.receivers = receivers;
  }

  List<Visit> found() {
    return List.copyOf(visits);
  }

  /** {@code let count = Arc::clone(&self.count)}, {@code let count = self.count.clone()}. */
  void alias(int clone, RustScopes.Function function) {
    boolean arc =
        tokens.is(clone - 1, "::")
            && tokens.is(clone + 2, '&')
            && tokens.is(clone + 3, "self")
            && tokens.is(clone + 4, '.')
            && tokens.is(clone + 6, ')');
    boolean method =
        tokens.is(clone - 1, '.') && tokens.is(clone - 3, '.') && tokens.is(clone - 4, "self");
    int equals = arc ? clone - 3 : clone - 5;
    int field = arc ? clone + 5 : clone - 2;
    if ((arc || method)
        && tokens.is(equals, '=')
        && tokens.isWord(equals - 1)
        && tokens.isWord(field)) {
      aliases.put(function.nameToken() + " " + tokens.text(equals - 1), tokens.text(field));
    }
  }

  /** What a function comes to by its own name. */
  void of(int i, Visit.Kind kind, RustScopes.Function function) {
    add(i, i, kind, function, Reach.NONE);
  }

  /** The same, for each attachment once. */
  void once(int i, Visit.Kind kind, RustScopes.Function function) {
    Attachment attachment = attachments.current(function);
    if (seen.add(function.nameToken() + " " + kind + " " + attachment + " " + tokens.text(i))) {
      of(i, kind, function);
    }
  }

  /** A method of something that has a name. */
  void ofMethod(int method, Visit.Kind kind, RustScopes.Function function, Reach inside) {
    int receiver = method - 2;
    boolean numbered =
        tokens.isNumber(receiver)
            && tokens.is(receiver - 1, '.')
            && tokens.is(receiver - 2, "self");
    if (tokens.isWord(receiver) || numbered) {
      add(method, receiver, kind, function, inside);
    }
  }

  private void add(
      int method, int name, Visit.Kind kind, RustScopes.Function function, Reach inside) {
    boolean own =
        tokens.is(name - 1, '.') && !tokens.is(name - 3, '.') && isReceiver(name - 2, function);
    boolean field = tokens.is(name - 1, '.') && name != method;
    String alias = aliases.get(function.nameToken() + " " + tokens.text(name));
    if (alias != null && name != method && !field) {
      String asked = tokens.text(method);
      String type = owner.around(name, "?");
      add(name, alias, kind, asked, function, inside, type, attachments.current(function));
    } else {
      String type = own ? owner.around(name, "?") : field ? "?" : "";
      add(method, name, kind, function, inside, type);
    }
  }

  /** What stands at {@code name}, of that owner, is come to by {@code method}. */
  void add(
      int method,
      int name,
      Visit.Kind kind,
      RustScopes.Function function,
      Reach inside,
      String owner) {
    Attachment here = attachments.current(function);
    add(name, tokens.text(name), kind, tokens.text(method), function, inside, owner, here);
  }

  /** What is to be called {@code name} is come to at a token. */
  void add(
      int at,
      String name,
      Visit.Kind kind,
      String method,
      RustScopes.Function function,
      Reach inside,
      String owner,
      Attachment attachment) {
    visits.add(
        new Visit(
            name,
            owner,
            kind,
            method,
            reach.excerpt(at),
            reach.located(tokens.text(function.nameToken()), function.nameToken()),
            function.test(),
            attachment,
            inside,
            scopes.conditions(),
            kind == Visit.Kind.LOCK ? lent(owner, function) : Optional.empty()));
  }

  /** How the object of that type is lent to the function in whose own code a place stands. */
  private Optional<Visit.Borrow> lent(String type, RustScopes.Function function) {
    boolean ofSelf = !type.isEmpty() && !type.equals("?");
    return ofSelf && !attachments.isElsewhere(function)
        ? receivers.lent(function, type)
        : Optional.empty();
  }

  /** {@code self}, or {@code slf} in {@code slf: PyRef<'_, Self>}. */
  private boolean isReceiver(int token, RustScopes.Function function) {
    if (tokens.is(token, "self") || !tokens.isWord(token)) {
      return tokens.is(token, "self");
    }
    List<int[]> parameters = attachments.parameters(function);
    int name = parameters.isEmpty() ? -1 : behindMut(parameters.getFirst()[0]);
    boolean first = name >= 0 && tokens.is(name, tokens.text(token)) && tokens.is(name + 1, ':');
    boolean guard = tokens.is(name + 2, "PyRef") || tokens.is(name + 2, "PyRefMut");
    int end = first && guard ? parameters.getFirst()[1] : 0;
    for (int i = name + 3; i < end; i++) {
      if (tokens.is(i, "Self")) {
        return true;
      }
    }
    return false;
  }

  private int behindMut(int i) {
    return tokens.is(i, "mut") ? i + 1 : i;
  }
}
