package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how a method that Python calls gets its object. PyO3 borrows the object for as long as the
 * method runs, whatever the method does meanwhile.
 *
 * @see <a href="https://pyo3.rs/main/class.html#bound-and-interior-mutability">PyO3's guide,
 *     interior mutability</a>
 */
final class Receivers {
  private final RustTokens tokens;
  private final AttachmentScan attachments;

  /** A parameter: its name, and its type from a token to another. */
  record Parameter(String name, int start, int end) {}

  Receivers(RustTokens tokens, AttachmentScan attachments) {
    this.tokens = tokens;
    this.attachments = attachments;
  }

  /** The parameters of a function that have a name and a type. */
  List<Parameter> named(RustScopes.Function function) {
    return attachments.parameters(function).stream()
        .flatMap(piece -> parameter(piece).stream())
        .toList();
  }

  /**
   * The name of a receiver that is held mutably; empty for any other.
   *
   * @param owner the type that the {@code impl} around the function is for
   */
  String heldMutably(RustScopes.Function function, String owner) {
    List<int[]> pieces = attachments.parameters(function);
    if (pieces.isEmpty()) {
      return "";
    }
    int[] piece = pieces.getFirst();
    if (isSelf(piece) && tokens.is(piece[1] - 2, "mut")) {
      return "self";
    }
    return guard(piece, "PyRefMut", owner).map(Parameter::name).orElse("");
  }

  /** How the object is lent to a function; empty when it is not, or Python does not call it. */
  Optional<Visit.Borrow> lent(RustScopes.Function function, String owner) {
    List<int[]> pieces = attachments.parameters(function);
    if (pieces.isEmpty() || !attachments.isCalledByPython(function)) {
      return Optional.empty();
    }
    if (!heldMutably(function, owner).isEmpty()) {
      return Optional.of(Visit.Borrow.MUTABLE);
    }
    int[] piece = pieces.getFirst();
    boolean shared = isSelf(piece) || guard(piece, "PyRef", owner).isPresent();
    return shared ? Optional.of(Visit.Borrow.SHARED) : Optional.empty();
  }

  /** {@code &self}, {@code &'a mut self}. */
  private boolean isSelf(int[] piece) {
    return tokens.is(piece[1] - 1, "self") && tokens.is(piece[0], '&');
  }

  private Optional<Parameter> guard(int[] piece, String type, String owner) {
    return parameter(piece)
        .filter(
            each ->
                names(each, Set.of(type))
                    && (names(each, Set.of("Self")) || names(each, Set.of(owner))));
  }

  private Optional<Parameter> parameter(int[] piece) {
    for (int i = piece[0]; i < piece[1]; i++) {
      if (tokens.is(i, ':') && tokens.isWord(i - 1)) {
        return Optional.of(new Parameter(tokens.text(i - 1), i + 1, piece[1]));
      }
    }
    return Optional.empty();
  }

  /** Whether one of these words stands in a parameter's type. */
  boolean names(Parameter parameter, Set<String> words) {
    for (int i = parameter.start(); i < parameter.end(); i++) {
      if (tokens.isWord(i) && words.contains(tokens.text(i))) {
        return true;
      }
    }
    return false;
  }
}
