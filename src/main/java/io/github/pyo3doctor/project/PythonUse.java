package io.github.pyo3doctor.project;

/** Recognises code that needs Python's symbols when it runs. */
final class PythonUse {
  private static final WordSet ATTACHING =
      WordSet.of(
          "with_gil",
          "with_gil_unchecked",
          "attach",
          "attach_unchecked",
          "try_attach",
          "initialize",
          "assume_attached",
          "assume_gil_acquired",
          "acquire_gil");

  private static final WordSet STARTING =
      WordSet.of("prepare_freethreaded_python", "with_embedded_python_interpreter");

  /** Types whose values hold, or whose presence requires, a Python object or an attached thread. */
  private static final WordSet PYTHON_TYPES =
      WordSet.of(
          "PyResult", "PyErr", "PyRef", "PyRefMut", "PyObject", "PyAny", "PyModule", "Python");

  /** Names too short to be taken for PyO3's without their {@code <}. */
  private static final WordSet GENERIC_TYPES = WordSet.of("Py", "Bound", "Borrowed");

  private PythonUse() {}

  /** Whether the word at {@code token} begins such code, in a function's signature or its body. */
  static boolean startsAt(RustTokens tokens, int token, boolean inSignature) {
    return switch (tokens.firstLetter(token)) {
      case 'p' ->
          (STARTING.contains(tokens, token) && tokens.is(token + 1, '('))
              || (tokens.is(token, "pyo3_ffi") && callsPythonFunction(tokens, token));
      case 'w' -> STARTING.contains(tokens, token) && tokens.is(token + 1, '(');
      case 'a' -> tokens.is(token, "append_to_inittab") && tokens.is(token + 1, '!');
      case 'f' -> tokens.is(token, "ffi") && callsPythonFunction(tokens, token);
      case 'P', 'B' -> startsAtType(tokens, token, inSignature) || isImported(tokens, token);
      default -> false;
    };
  }

  private static boolean startsAtType(RustTokens tokens, int token, boolean inSignature) {
    boolean path = tokens.isColons(token + 1);
    if (path && tokens.is(token, "Python") && tokens.isWord(token + 2)) {
      return ATTACHING.contains(tokens, token + 2);
    }
    if (path && tokens.is(token, "Py")) {
      return true;
    }
    boolean raw =
        tokens.isColons(token - 1)
            && (tokens.is(token - 2, "ffi") || tokens.is(token - 2, "pyo3_ffi"));
    return inSignature
        && !raw
        && (PYTHON_TYPES.contains(tokens, token)
            || (GENERIC_TYPES.contains(tokens, token) && tokens.is(token + 1, '<')));
  }

  /** A function of the C interface by its bare name, as {@code use pyo3_ffi::*} allows. */
  private static boolean isImported(RustTokens tokens, int token) {
    if (!tokens.is(token + 1, '(') || tokens.is(token - 1, '.') || tokens.is(token - 1, "fn")) {
      return false;
    }
    String name = tokens.text(token);
    int underscore = name.indexOf('_');
    boolean cased = underscore == 2 || (underscore > 3 && Character.isUpperCase(name.charAt(2)));
    boolean word =
        underscore + 1 < name.length() && Character.isLetter(name.charAt(underscore + 1));
    return name.startsWith("Py") && cased && word;
  }

  private static boolean callsPythonFunction(RustTokens tokens, int token) {
    if (!tokens.isColons(token + 1) || !tokens.isWord(token + 2)) {
      return false;
    }
    String function = tokens.text(token + 2);
    return (function.startsWith("Py") || function.startsWith("_Py")) && tokens.is(token + 3, '(');
  }
}
